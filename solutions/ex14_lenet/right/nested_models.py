"""A model of models: what looks, and what decides; leaky and smooth activations."""

import keras
import numpy as np
from keras import layers

CLASSES = 10
SCALE = np.float32(255)


def one_hot(labels):
    table = np.zeros((labels.size, CLASSES), dtype=np.float32)
    np.put_along_axis(table, labels.astype(int)[:, None], 1, axis=1)
    return table


def prepare(images, labels):
    return images[:, :, :, None] / SCALE, one_hot(labels)


def create_dense() -> keras.Model:
    image = keras.Input((28, 28, 1))
    x = layers.Flatten()(image)
    x = layers.BatchNormalization()(layers.Dense(256)(x))
    x = layers.Dropout(0.2)(layers.ReLU()(x))
    return keras.Model(image, layers.Dense(CLASSES)(x))


def eyes() -> keras.Model:
    image = keras.Input((28, 28, 1))
    x = layers.MaxPooling2D(2)(layers.Conv2D(6, 5, padding="same", activation="elu")(image))
    x = layers.MaxPooling2D(2)(layers.Conv2D(16, 5, activation="elu")(x))
    return keras.Model(image, layers.Reshape((-1,))(x))


def create_lenet() -> keras.Model:
    image = keras.Input((28, 28, 1))
    head = keras.Sequential(
        [layers.Dense(120), layers.LeakyReLU(0.1), layers.Dense(84), layers.LeakyReLU(0.1)]
    )
    return keras.Model(image, layers.Dense(CLASSES)(head(eyes()(image))))
