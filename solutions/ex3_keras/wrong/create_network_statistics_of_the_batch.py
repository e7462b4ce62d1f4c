"""The same image gets other logits when it stands beside other images. What in your network is
computed over the whole batch?

A mean, maximum or sum without an axis, or over axis 0, is; so is a BatchNormalization that is
called with `training=True` always. Each image is looked at on its own: leave the first axis as it
is, and let Keras say what `training` is.
"""


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.flatten = keras.layers.Flatten()
        self.hidden = keras.layers.Dense(128)
        self.normalise = keras.layers.BatchNormalization()
        self.last = keras.layers.Dense(43)

    def call(self, images):
        x = self.normalise(self.hidden(self.flatten(images)), training=True)
        return self.last(keras.activations.relu(x))


def create_network():
    return Network()
