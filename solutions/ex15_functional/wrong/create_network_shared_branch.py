"""The three layers of the second branch, 8 to 32, 32 to 32 and 32 to 32, lead to no output. What
is it that you join?

Either one branch is joined with itself, or the second one is left behind on the way. Look at
the names of the variables: what comes out of each branch goes into the list.
"""


def create_network():
    a, b = keras.Input((10,)), keras.Input((8,))
    x, y = a, b
    for units in (128, 128, 32):
        x = keras.layers.Dense(units, activation="relu")(x)
    for units in (32, 32, 32):
        y = keras.layers.Dense(units, activation="relu")(y)
    joined = keras.layers.concatenate([x, x])
    joined = keras.layers.Dense(28, activation="relu")(joined)
    first = keras.layers.Dense(1)(keras.layers.Dense(64, activation="relu")(joined))
    second = keras.layers.Dense(1)(keras.layers.Dense(16, activation="relu")(joined))
    return keras.Model([a, b], [first, second])
