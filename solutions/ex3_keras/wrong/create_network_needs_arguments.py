"""create_network is called without arguments, and yours has to be given some.

Write the numbers into it, or give the parameters defaults: `def create_network(classes=43)`.
"""


def create_network(input_shape, classes):
    return keras.Sequential(
        [
            keras.Input(input_shape),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(classes),
        ]
    )
