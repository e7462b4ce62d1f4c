"""The hidden layers are activated by tanh. Which activation does the table name?

ReLU: max(0, z). Another activation makes a network that learns, too, but not the one that is
asked for.
"""


def create_network():
    a, b = keras.Input((10,)), keras.Input((8,))
    x, y = a, b
    for units in (128, 128, 32):
        x = keras.layers.Dense(units, activation="tanh")(x)
    for units in (32, 32, 32):
        y = keras.layers.Dense(units, activation="tanh")(y)
    joined = keras.layers.concatenate([x, y])
    joined = keras.layers.Dense(28, activation="tanh")(joined)
    first = keras.layers.Dense(1)(keras.layers.Dense(64, activation="tanh")(joined))
    second = keras.layers.Dense(1)(keras.layers.Dense(16, activation="tanh")(joined))
    return keras.Model([a, b], [first, second])
