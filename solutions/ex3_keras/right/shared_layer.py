"""One hidden layer used three times counts once: five calls, but three layers with weights."""

import keras


def create_network():
    inputs = keras.Input(shape=(32, 32, 3))
    shared = keras.layers.Dense(96, activation="relu", name="shared")
    x = keras.layers.Flatten()(inputs)
    x = keras.layers.Dense(96, activation="relu", name="first")(x)
    for _ in range(3):
        x = shared(x)
    outputs = keras.layers.Dense(43, name="last")(x)
    return keras.Model(inputs, outputs)
