"""You return the id of the best class of each image. That has no gradient, and the loss needs all
43 logits; take the argmax afterwards, where you count what is right.
"""

import tensorflow as tf


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.flatten = keras.layers.Flatten()
        self.hidden = keras.layers.Dense(128, activation="relu")
        self.last = keras.layers.Dense(43)

    def call(self, images):
        return tf.argmax(self.last(self.hidden(self.flatten(images))), axis=1)


def create_network():
    return Network()
