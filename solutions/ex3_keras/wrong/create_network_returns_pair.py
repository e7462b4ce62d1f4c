"""A tuple comes back, and one thing is asked: the model.

If it is input and output, put them into a model: `keras.Model(inputs, outputs)`. If the model is in
it, return the model alone.
"""


def create_network():
    inputs = keras.Input((32, 32, 3))
    x = keras.layers.Flatten()(inputs)
    x = keras.layers.Dense(128, activation="relu")(x)
    outputs = keras.layers.Dense(43)(x)
    return inputs, outputs
