"""What the model gets as its output is a layer, not what the layer gives.

A layer is called on what comes before it: `outputs = keras.layers.Dense(43)(x)`, with two pairs of
brackets.
"""


def create_network():
    inputs = keras.Input((32, 32, 3))
    x = keras.layers.Flatten()(inputs)
    x = keras.layers.Dense(128, activation="relu")(x)
    outputs = keras.layers.Dense(43)
    return keras.Model(inputs, outputs)
