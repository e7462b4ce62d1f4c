"""The stub of exercise 3, filled in from its README: a class of its own, a strided convolution."""

import keras
from keras import layers


class SignReader(keras.Model):
    def __init__(self, classes=43):
        super().__init__(name="sign_reader")
        self.look = layers.Conv2D(24, kernel_size=4, strides=4)
        self.think = layers.Dense(64)
        self.decide = layers.Dense(classes)
        self.flatten = layers.Flatten()

    def call(self, images):
        seen = keras.ops.relu(self.look(images - 0.5))
        logits = self.decide(keras.ops.silu(self.think(self.flatten(seen))))
        return logits


def create_network() -> keras.Model:
    return SignReader()
