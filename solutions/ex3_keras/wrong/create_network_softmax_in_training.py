"""While it is trained, your network takes a softmax of its output. The loss takes one as well.

Made with `from_logits=True`, the loss wants logits in training, too. Return what the last layer
gives, whatever `training` is.
"""

import tensorflow as tf


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.flatten = keras.layers.Flatten()
        self.hidden = keras.layers.Dense(128, activation="relu")
        self.last = keras.layers.Dense(43)

    def call(self, images, training=False):
        logits = self.last(self.hidden(self.flatten(images)))
        return tf.nn.softmax(logits) if training else logits


def create_network():
    return Network()
