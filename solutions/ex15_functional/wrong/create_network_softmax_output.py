"""A softmax stands behind the last layers. What is the softmax of one single number?

Always 1: the numbers of a row add up to 1, and here a row has one. A number that can be
anything is asked, so there is no activation at the end.
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
    first = keras.layers.Dense(1, activation="softmax")(
        keras.layers.Dense(64, activation="relu")(joined)
    )
    second = keras.layers.Dense(1, activation="softmax")(
        keras.layers.Dense(16, activation="relu")(joined)
    )
    return keras.Model([a, b], [first, second])
