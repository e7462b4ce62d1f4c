"""create_network returned None. Does it have a `return`, and what comes behind it?

Return the model itself: `compile`, `build` and `summary` give None.
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
    keras.Model([a, b], [first, second])
