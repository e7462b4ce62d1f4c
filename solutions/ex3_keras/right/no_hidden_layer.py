"""No hidden layer at all: a linear classifier is a network too, and reads the images by Reshape."""

import tensorflow as tf


def create_network():
    model = tf.keras.Sequential()
    model.add(tf.keras.layers.Reshape((32 * 32 * 3,), input_shape=(32, 32, 3)))
    model.add(tf.keras.layers.Dense(43))
    return model
