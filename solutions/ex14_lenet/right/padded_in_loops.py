"""ZeroPadding2D before C1, layers added in loops, activations apart, leaky ones in the other."""

import numpy as np
import tensorflow as tf
from tensorflow.keras import layers, models


def prepare(images, labels):
    pixels = tf.cast(images, tf.float32) / 255.0
    return tf.expand_dims(pixels, axis=-1), tf.one_hot(labels.astype(np.int32), depth=10)


def create_dense():
    model = models.Sequential([layers.Input(shape=(28, 28, 1)), layers.Flatten()])
    for units in (256, 64):
        model.add(layers.Dense(units))
        model.add(layers.LeakyReLU())
    model.add(layers.Dense(10))
    return model


def create_lenet():
    model = models.Sequential()
    model.add(layers.Input(shape=(28, 28, 1)))
    model.add(layers.ZeroPadding2D(2))
    for filters in (6, 16):
        model.add(layers.Conv2D(filters, (5, 5)))
        model.add(layers.Activation("relu"))
        model.add(layers.MaxPooling2D(pool_size=(2, 2), strides=(2, 2)))
    model.add(layers.Flatten())
    for units in (120, 84):
        model.add(layers.Dense(units))
        model.add(layers.ReLU())
    model.add(layers.Dense(10, activation="linear"))
    return model
