"""The layer of 16 units gets 64 numbers. From where does the second head begin?

It begins behind the 64 units of the first head. Both heads begin from the same 28 numbers, and
know nothing of each other.
"""


def create_network():
    a, b = keras.Input((10,)), keras.Input((8,))
    x, y = a, b
    for units in (128, 128, 32):
        x = keras.layers.Dense(units, activation="relu")(x)
    for units in (32, 32, 32):
        y = keras.layers.Dense(units, activation="relu")(y)
    joined = keras.layers.concatenate([x, y])
    joined = keras.layers.Dense(28, activation="relu")(joined)
    joined64 = keras.layers.Dense(64, activation="relu")(joined)
    first = keras.layers.Dense(1)(joined64)
    second = keras.layers.Dense(1)(keras.layers.Dense(16, activation="relu")(joined64))
    return keras.Model([a, b], [first, second])
