"""Some of the weights belong to no layer that Keras knows of, so they keep the numbers with which
they start. Where are they made?

Keras knows of layers that are attributes of the model (`self.hidden = ...`, set in `__init__`), and
of weights made with `self.add_weight(...)`. It does not know of a bare `tf.Variable`, nor of layers
that are kept outside of the model, in a global list for example.
"""

OUTSIDE = []


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.flatten = keras.layers.Flatten()
        self.last = keras.layers.Dense(43)
        OUTSIDE[:] = [keras.layers.Dense(128, activation="relu")]

    def call(self, images):
        return self.last(OUTSIDE[0](self.flatten(images)))


def create_network():
    return Network()
