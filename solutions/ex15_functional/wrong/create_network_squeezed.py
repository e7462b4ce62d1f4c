"""The outputs have the shape (N,). Which axis is missing?

The last one, of length 1: (N, 1) is asked. Targets of shape (N, 1) minus outputs of shape (N,)
would be N × N numbers. Leave the `squeeze` (or the `[:, 0]`) out.
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
        return [keras.ops.squeeze(x, -1) for x in self.inside(inputs)]


def create_network():
    return Network()
