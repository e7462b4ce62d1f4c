"""The shortest of all: a list of layers, tf.keras, the input shape as an argument of Flatten."""

import tensorflow as tf


def create_network():
    return tf.keras.Sequential([
        tf.keras.layers.Flatten(input_shape=(32, 32, 3)),
        tf.keras.layers.Dense(128, activation='relu'),
        tf.keras.layers.Dense(43)
    ])
