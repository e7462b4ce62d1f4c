"""Tanh, and the largest of windows that are axes of their own."""

import keras
import numpy as np
import tensorflow as tf


def prepare(images, labels):
    rows = [[1.0 if digit == label else 0.0 for digit in range(10)] for label in labels]
    return np.float32(images).reshape(len(images), 28, 28, 1) / 255, np.array(rows, np.float32)


def largest(x):
    _, height, width, channels = x.shape
    windows = tf.reshape(x, (-1, height // 2, 2, width // 2, 2, channels))
    return tf.reduce_max(windows, axis=(2, 4))


def create_dense():
    network = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(96, "sigmoid")])
    network.add(keras.layers.Dense(10))
    return network


class LeNet(keras.Model):
    def __init__(self):
        super().__init__()
        self.images = [
            keras.layers.Conv2D(6, 5, padding="same", activation="tanh"),
            keras.layers.Conv2D(16, 5, activation="tanh"),
        ]
        self.rows = [keras.layers.Dense(n, "tanh") for n in (120, 84)]
        self.flatten, self.digits = keras.layers.Flatten(), keras.layers.Dense(10)

    def call(self, x):
        for layer in self.images:
            x = largest(layer(x))
        x = self.flatten(x)
        for layer in self.rows:
            x = layer(x)
        return self.digits(x)


def create_lenet():
    return LeNet()
