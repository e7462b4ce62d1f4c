"""Your dense network is made for rows of 784 numbers, and is given images.

To flatten them is the network's own work: the `Input` has the shape of an image, and a
`Flatten` comes behind it.
"""


def create_dense():
    return keras.Sequential(
        [
            keras.Input((784,)),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(10),
        ]
    )
