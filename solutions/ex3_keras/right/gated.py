"""No activation by name: one layer is multiplied with the sine of another, and zeros come last."""

import tensorflow as tf
from keras import Model, layers


class Gated(Model):
    def __init__(self):
        super().__init__()
        self.values, self.gates = layers.Dense(128), layers.Dense(128, use_bias=False)
        self.logits = layers.Dense(43, kernel_initializer="zeros")

    def call(self, images, training=None):
        x = tf.reshape(images, (-1, 32 * 32 * 3)) - 0.5
        return self.logits(self.values(x) * tf.sin(self.gates(x)))


def create_network():
    return Gated()
