"""One hidden layer has no activation: the one that goes from 64 to 28 numbers, where the branches
are joined.

The table has a ReLU there, too. Without it, this layer and the first ones of both heads are
linear one after another.
"""


def create_network():
    a, b = keras.Input((10,)), keras.Input((8,))
    x, y = a, b
    for units in (128, 128, 32):
        x = keras.layers.Dense(units, activation="relu")(x)
    for units in (32, 32, 32):
        y = keras.layers.Dense(units, activation="relu")(y)
    joined = keras.layers.concatenate([x, y])
    joined = keras.layers.Dense(28)(joined)
    first = keras.layers.Dense(1)(keras.layers.Dense(64, activation="relu")(joined))
    second = keras.layers.Dense(1)(keras.layers.Dense(16, activation="relu")(joined))
    return keras.Model([a, b], [first, second])
