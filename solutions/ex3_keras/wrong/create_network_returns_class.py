"""You return a class. Where is a network of that class made?

The brackets are missing: a class makes an object when it is called, and this object is the network.
"""


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.flatten = keras.layers.Flatten()
        self.hidden = keras.layers.Dense(128, activation="relu")
        self.last = keras.layers.Dense(43)

    def call(self, images):
        return self.last(self.hidden(self.flatten(images)))


def create_network():
    return Network
