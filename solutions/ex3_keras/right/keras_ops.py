"""The functional API with keras.ops between the layers, and a residual connection."""

import keras
from keras import layers, ops


def create_network():
    inputs = keras.Input((32, 32, 3))
    x = ops.reshape(inputs, (-1, 3072))
    hidden = ops.relu(layers.Dense(128)(x - 0.5))
    logits = layers.Dense(43)(hidden) + layers.Dense(43, use_bias=False)(x)
    return keras.Model(inputs, logits)
