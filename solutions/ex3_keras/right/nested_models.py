"""Models inside models, opened up: three layers with weights, the last inside of the last model."""

import keras
from keras import layers


def features():
    return keras.Sequential(
        [
            layers.Conv2D(24, 5, strides=2, activation="relu"),
            layers.LayerNormalization(),
            layers.MaxPooling2D(),
        ],
        name="features",
    )


def classifier(inputs):
    x = layers.Flatten()(inputs)
    x = layers.Dense(96, activation=keras.layers.LeakyReLU(negative_slope=0.2))(x)
    return keras.Model(inputs, layers.Dense(43)(x), name="classifier")


def create_network():
    inputs = keras.Input((32, 32, 3))
    x = features()(inputs)
    head = classifier(keras.Input(x.shape[1:]))
    return keras.Model(inputs, head(x))
