"""The second head, 28 to 16 and 16 to 1, leads to no output. From where does the second output
come?

Both outputs come from the head with 64 units. Two heads that share their layers can learn only
one number: the second one has layers of its own, from the 28 on.
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
    first = keras.layers.Dense(1)(keras.layers.Dense(64, activation="relu")(joined))
    second = first
    return keras.Model([a, b], [first, second])
