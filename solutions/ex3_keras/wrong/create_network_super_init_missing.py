"""Keras has not been told of your model before the first layer is assigned. What is the first line
of its `__init__`?

`super().__init__()` has to be, before any layer is assigned.
"""


class Network(keras.Model):
    def __init__(self):
        self.flatten = keras.layers.Flatten()
        self.hidden = keras.layers.Dense(128, activation="relu")
        self.last = keras.layers.Dense(43)

    def call(self, images):
        return self.last(self.hidden(self.flatten(images)))


def create_network():
    return Network()
