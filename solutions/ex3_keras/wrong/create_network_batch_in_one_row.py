"""A layer was made for rows of one length, and is given rows of another. Compare the two numbers in
the message: what are they made of?

Either the batch got into the row (`reshape(images, (1, -1))` makes one row of all images), or the
layer was made for images of another size. An image has 32 · 32 · 3 = 3072 numbers: use `Flatten()`,
or `tf.reshape(images, (-1, 3072))`, which keep the batch as the first axis.
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
