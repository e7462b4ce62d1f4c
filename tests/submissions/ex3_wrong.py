"""Exercise 3 with the mistake that most students make: a softmax on the last layer."""

import tensorflow as tf


def create_network():
    return tf.keras.Sequential(
        [
            tf.keras.Input((32, 32, 3)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(32, activation="relu"),
            tf.keras.layers.Dense(43, activation="softmax"),
        ]
    )
