"""A layer can be called, but has no `compile` and no `fit`. What has?

A model. If it is a layer of a class of your own, let the class be a `keras.Model`; the rest can
stay. If it is one layer of Keras, put it into a `keras.Sequential([...])` with the others.
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
