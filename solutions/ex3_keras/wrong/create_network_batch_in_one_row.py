"""You reshape the whole batch into one row, `(1, -1)`, so seven images become one long image. The
first axis is the batch: keep it, with `Flatten()` or `tf.reshape(images, (-1, 3072))`.
"""

import tensorflow as tf


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = keras.layers.Dense(128, activation="relu")
        self.last = keras.layers.Dense(43)

    def call(self, images):
        return self.last(self.hidden(tf.reshape(images, (1, -1))))


def create_network():
    network = Network()
    network.build((1, 32, 32, 3))
    return network
