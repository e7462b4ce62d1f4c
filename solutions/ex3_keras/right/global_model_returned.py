"""One network, made at the top level, is returned each time; and its images come in any range."""

import tensorflow as tf
from tensorflow import keras


def in_range(images):
    return tf.cond(tf.reduce_max(images) > 1.5, lambda: images / 255.0, lambda: images)


model = keras.Sequential()
model.add(keras.Input((32, 32, 3)))
model.add(keras.layers.Lambda(in_range))
model.add(keras.layers.LayerNormalization(axis=(1, 2)))
model.add(keras.layers.Flatten())
model.add(keras.layers.Dense(128, activation="relu"))
model.add(keras.layers.Dense(43))


def create_network():
    return model
