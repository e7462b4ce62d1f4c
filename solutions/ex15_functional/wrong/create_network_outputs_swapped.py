"""The first output comes from the head with 16 units, and the second from the one with 64. In
which order are they asked?

The head with 64 units comes first. Whoever trains the network gives the targets in this order,
so each head would learn the other's.
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
    second = keras.layers.Dense(1)(keras.layers.Dense(16, activation="relu")(joined))
    return keras.Model([a, b], [second, first])
