"""The stub of exercise 14, filled in from its README: layers from a table, tanh and averages."""

import keras
import numpy as np
from keras import layers

DIGITS = 10


def prepare(images, labels):
    pixels = images.astype(np.float32) / np.float32(255)
    one_hot = np.zeros((len(labels), DIGITS), dtype=np.float32)
    for row, label in enumerate(labels):
        one_hot[row, label] = 1
    return pixels[:, :, :, np.newaxis], one_hot


def create_dense():
    image = keras.Input(shape=(28, 28, 1), name="image")
    hidden = layers.Dense(160, activation="relu")(layers.Flatten()(image))
    logits = layers.Dense(DIGITS)(hidden)
    return keras.Model(image, logits)


def create_lenet():
    network = keras.Sequential(name="lenet5")
    network.add(keras.Input(shape=(28, 28, 1)))
    for kernels, padding in [(6, "same"), (16, "valid")]:
        network.add(layers.Conv2D(kernels, kernel_size=5, padding=padding))
        network.add(layers.Activation("tanh"))
        network.add(layers.AveragePooling2D(pool_size=2))
    network.add(layers.Flatten())
    for units in (120, 84):
        network.add(layers.Dense(units, activation="tanh"))
    network.add(layers.Dense(DIGITS))
    return network
