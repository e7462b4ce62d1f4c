"""The same sample gets other outputs beside other samples. What in your network is computed over
the whole batch?

A mean, maximum or sum without an axis, or over axis 0, is, and so is a normalisation that is
told that it is training. Each row is computed on its own.
"""


def inside():
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
    return keras.Model([a, b], [first, second])


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.inside = inside()

    def call(self, inputs):
        return [x - 0.1 * keras.ops.mean(x, axis=0) for x in self.inside(inputs)]


def create_network():
    return Network()
