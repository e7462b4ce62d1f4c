"""Rescaling to [-1, 1] first, tanh, and a Rescaling after the last layer, which is linear."""

from keras import Sequential
from keras.layers import Dense, Flatten, Input, Rescaling


def create_network():
    return Sequential([
        Input((32, 32, 3)),
        Rescaling(scale=2.0, offset=-1.0),
        Flatten(),
        Dense(128, "tanh"),
        Dense(43),
        Rescaling(scale=2.0, offset=-0.5),
    ])
