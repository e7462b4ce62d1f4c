"""None of the hidden layers has an activation. What can eleven linear layers do that one can't?

Nothing: a line of a line is a line. ReLU stands behind every layer but the last of each head,
and Keras gives a Dense layer none by itself.
"""


def create_network():
    a, b = keras.Input((10,)), keras.Input((8,))
    x, y = a, b
    for units in (128, 128, 32):
        x = keras.layers.Dense(units)(x)
    for units in (32, 32, 32):
        y = keras.layers.Dense(units)(y)
    joined = keras.layers.concatenate([x, y])
    joined = keras.layers.Dense(28)(joined)
    first = keras.layers.Dense(1)(keras.layers.Dense(64)(joined))
    second = keras.layers.Dense(1)(keras.layers.Dense(16)(joined))
    return keras.Model([a, b], [first, second])
