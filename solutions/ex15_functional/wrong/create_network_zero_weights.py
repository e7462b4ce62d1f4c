"""An output stays the same, whatever the inputs are. With which weights does the network start?

Some layer on the way has nothing but zeros. Weights start at random, as Keras has them by
itself: leave `kernel_initializer` out.
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
    first = keras.layers.Dense(1, kernel_initializer="zeros")(
        keras.layers.Dense(64, activation="relu")(joined)
    )
    second = keras.layers.Dense(1, kernel_initializer="zeros")(
        keras.layers.Dense(16, activation="relu")(joined)
    )
    return keras.Model([a, b], [first, second])
