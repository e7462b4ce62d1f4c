"""The output has 42 units. The ids of the classes go from 0 to 42, and that makes 43 classes."""


def create_network():
    return keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(42),
        ]
    )
