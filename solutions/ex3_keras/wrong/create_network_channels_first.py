"""The input is declared as (3, 32, 32), with the colours first. The images are (32, 32, 3), with
the colours last, as TensorFlow has them.
"""


def create_network():
    return keras.Sequential(
        [
            keras.Input((3, 32, 32)),
            keras.layers.Conv2D(16, 3, padding="same", activation="relu"),
            keras.layers.Flatten(),
            keras.layers.Dense(43),
        ]
    )
