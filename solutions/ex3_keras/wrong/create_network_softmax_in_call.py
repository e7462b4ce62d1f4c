"""Your class takes a softmax at the end of `call`. Logits are asked: the loss, with
`from_logits=True`, takes the softmax itself. Return what the last layer gives.
"""

import tensorflow as tf


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.flatten = keras.layers.Flatten()
        self.hidden = keras.layers.Dense(128, activation="relu")
        self.last = keras.layers.Dense(43)

    def call(self, images):
        return tf.nn.softmax(self.last(self.hidden(self.flatten(images))))


def create_network():
    return Network()
