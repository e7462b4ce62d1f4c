"""Layers of its own, with weights by `add_weight`."""

import keras
import tensorflow as tf


def prepare(images, labels):
    X = tf.reshape(tf.convert_to_tensor(images, tf.uint8), (-1, 28, 28, 1))
    return tf.image.convert_image_dtype(X, tf.float32), tf.one_hot(tf.cast(labels, tf.int32), 10)


class Affine(keras.layers.Layer):
    def __init__(self, units, activation=None):
        super().__init__()
        self.units = units
        self.activation = keras.activations.get(activation)

    def build(self, shape):
        self.w = self.add_weight(shape=(shape[-1], self.units), initializer="he_normal")
        self.b = self.add_weight(shape=(self.units,), initializer="zeros")

    def call(self, x):
        return self.activation(tf.matmul(x, self.w) + self.b)


class Convolution(keras.layers.Layer):
    def __init__(self, filters, padding):
        super().__init__()
        self.filters, self.padding = filters, padding

    def build(self, shape):
        self.w = self.add_weight(shape=(5, 5, shape[-1], self.filters), initializer="he_normal")
        self.b = self.add_weight(shape=(self.filters,), initializer="zeros")

    def call(self, x):
        return keras.ops.tanh(tf.nn.conv2d(x, self.w, 1, self.padding) + self.b)


class Pool(keras.layers.Layer):
    def call(self, x):
        return keras.ops.average_pool(x, 2, 2)


def create_dense():
    return keras.Sequential([keras.layers.Flatten(), Affine(150, "relu"), Affine(10)])


def create_lenet():
    return keras.Sequential(
        [
            Convolution(6, "SAME"),
            Pool(),
            Convolution(16, "VALID"),
            Pool(),
            keras.layers.Flatten(),
            Affine(120, "tanh"),
            Affine(84, "tanh"),
            Affine(10),
        ]
    )
