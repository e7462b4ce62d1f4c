"""A hidden layer of your dense network is so narrow that ten digits do not fit through it.

All that the output knows of an image are the numbers of that layer. Give it 32 units or more.
"""


def create_dense():
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(2, activation="relu"),
            keras.layers.Dense(10),
        ]
    )
