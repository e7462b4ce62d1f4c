"""There are seven layers with weights. Have you counted what is inside of your models and blocks,
too?

What is inside of a block counts one by one, wherever the block is made. Fewer than 4 are asked:
take one or two hidden layers, and the output layer.
"""


def block(units):
    return keras.Sequential(
        [
            keras.layers.Dense(units, activation="relu"),
            keras.layers.Dense(units, activation="relu"),
        ]
    )


def create_network():
    return keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            keras.layers.Flatten(),
            block(128),
            block(96),
            block(64),
            keras.layers.Dense(43),
        ]
    )
