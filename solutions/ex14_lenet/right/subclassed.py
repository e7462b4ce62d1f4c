"""Classes that inherit from keras.Model; the activations are lines of `call`."""

import keras
import numpy as np
import tensorflow as tf


def prepare(images, labels):
    X = (images / 255.0).reshape(-1, 28, 28, 1).astype(np.float32)
    Y = (labels[:, None] == np.arange(10)).astype(np.float32)
    return X, Y


class Dense(keras.Model):
    def __init__(self):
        super().__init__()
        self.flatten = keras.layers.Flatten()
        self.hidden = keras.layers.Dense(100)
        self.last = keras.layers.Dense(10)

    def call(self, x):
        return self.last(tf.nn.relu(self.hidden(self.flatten(x))))


class LeNet(keras.Model):
    def __init__(self):
        super().__init__()
        self.c1 = keras.layers.Conv2D(6, 5, padding="same")
        self.c3 = keras.layers.Conv2D(16, 5)
        self.c5 = keras.layers.Dense(120)
        self.f6 = keras.layers.Dense(84)
        self.output_layer = keras.layers.Dense(10)

    def call(self, x, training=None):
        x = tf.nn.max_pool2d(tf.nn.relu(self.c1(x)), 2, 2, "VALID")
        x = tf.nn.max_pool2d(tf.nn.relu(self.c3(x)), 2, 2, "VALID")
        x = tf.reshape(x, (-1, 400))
        x = tf.nn.relu(self.c5(x))
        x = tf.nn.relu(self.f6(x))
        return self.output_layer(x)


def create_dense():
    return Dense()


def create_lenet():
    return LeNet()
