"""Your create_network has to be given something, and it is called without arguments. Write the
numbers into it, or give the parameters defaults: `def create_network(classes=43)`.
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
