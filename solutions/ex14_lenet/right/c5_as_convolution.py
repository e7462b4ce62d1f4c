"""C5 as a convolution, whose images are one pixel, and loops over the pixels."""

import keras
import numpy as np

L = keras.layers


def prepare(images, labels):
    X = np.zeros((*images.shape, 1), np.float32)
    Y = np.zeros((len(labels), 10), np.float32)
    for n, (image, label) in enumerate(zip(images, labels)):
        X[n, :, :, 0] = image / 255
        Y[n, label] = 1
    return [X, Y]


def create_dense(*widths):
    hidden = [L.Dense(width, "gelu") for width in widths or (200,)]
    return keras.Sequential([L.Flatten(), *hidden, L.Dense(10)])


def block(filters, padding="valid"):
    return [L.Conv2D(filters, 5, padding=padding), L.ReLU(), L.MaxPool2D()]


def create_lenet():
    head = [L.Conv2D(120, 5, activation="relu"), L.Flatten(), L.Dense(84, "relu"), L.Dense(10)]
    return keras.Sequential([*block(6, "same"), *block(16), *head])
