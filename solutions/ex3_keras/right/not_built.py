"""Sequential without any input shape: built by the first batch. 512 wide, activation=None."""

import keras
from keras import layers


def create_network():
    model = keras.models.Sequential()
    model.add(layers.Flatten())
    model.add(layers.Dense(512, activation=keras.activations.relu))
    model.add(layers.Dense(43, activation=None))
    return model
