"""What the model gets as its output is a layer, not what the layer gives.

A layer has two pairs of brackets: the first makes it, and in the second it is called on what comes
before it, as in `keras.layers.Flatten()(inputs)`.
"""


def create_network():
    inputs = keras.Input((32, 32, 3))
    x = keras.layers.Flatten()(inputs)
    x = keras.layers.Dense(128, activation="relu")(x)
    outputs = keras.layers.Dense(43)
    return keras.Model(inputs, outputs)
