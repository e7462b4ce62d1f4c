"""As the paper has it where the table lets: tanh, and the mean of each window."""

import numpy as np
from tensorflow import keras
from tensorflow.keras import layers


def prepare(images, labels):
    X = np.expand_dims(images, 3).astype("float32") / 255.0
    Y = keras.utils.to_categorical(labels, 10)
    return X, Y.astype("float32")


def create_dense():
    model = keras.models.Sequential()
    model.add(layers.Flatten(input_shape=(28, 28, 1)))
    model.add(layers.Dense(300, activation="tanh"))
    model.add(layers.Dense(100, activation="tanh"))
    model.add(layers.Dense(10))
    model.compile(optimizer="sgd", loss="mse")
    return model


def create_lenet():
    model = keras.models.Sequential(name="LeNet-5")
    model.add(layers.Conv2D(6, (5, 5), (1, 1), "same", activation="tanh", input_shape=(28, 28, 1)))
    model.add(layers.AveragePooling2D((2, 2), strides=(2, 2)))
    model.add(layers.Conv2D(16, (5, 5), activation="tanh"))
    model.add(layers.AveragePooling2D((2, 2), strides=(2, 2)))
    model.add(layers.Flatten())
    model.add(layers.Dense(120, activation="tanh"))
    model.add(layers.Dense(84, activation="tanh"))
    model.add(layers.Dense(10))
    model.compile(optimizer="sgd", loss="categorical_crossentropy")
    return model
