"""Both branches begin with 18 numbers. What does each of them get?

The inputs are joined before the branches, which makes 10 + 8 = 18. The first branch begins with
the first input alone, the second with the second; they are joined behind.
"""


def create_network():
    a, b = keras.Input((10,)), keras.Input((8,))
    x = y = keras.layers.concatenate([a, b])
    for units in (128, 128, 32):
        x = keras.layers.Dense(units, activation="relu")(x)
    for units in (32, 32, 32):
        y = keras.layers.Dense(units, activation="relu")(y)
    joined = keras.layers.concatenate([x, y])
    joined = keras.layers.Dense(28, activation="relu")(joined)
    first = keras.layers.Dense(1)(keras.layers.Dense(64, activation="relu")(joined))
    second = keras.layers.Dense(1)(keras.layers.Dense(16, activation="relu")(joined))
    return keras.Model([a, b], [first, second])
