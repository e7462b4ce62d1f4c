"""Your class is a `keras.layers.Layer`, which can be called but has no `compile` and no `fit`. Let
it be a `keras.Model`; the rest can stay.
"""


class Network(keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.flatten = keras.layers.Flatten()
        self.hidden = keras.layers.Dense(128, activation="relu")
        self.last = keras.layers.Dense(43)

    def call(self, images):
        return self.last(self.hidden(self.flatten(images)))


def create_network():
    return Network()
