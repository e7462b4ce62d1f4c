"""A ReLU stands behind the last layer of both heads. Which numbers can the network not give any
more?

None below 0, and where it gives 0 no gradient comes back. The last layer of each head has no
activation.
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
    first = keras.layers.Dense(1, activation="relu")(
        keras.layers.Dense(64, activation="relu")(joined)
    )
    second = keras.layers.Dense(1, activation="relu")(
        keras.layers.Dense(16, activation="relu")(joined)
    )
    return keras.Model([a, b], [first, second])
