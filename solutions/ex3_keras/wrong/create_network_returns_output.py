"""What comes back is the symbolic output of a layer. What else does a model need?

A model is made of both ends: give `keras.Model` the input and the output, and return what it makes.
"""


def create_network():
    inputs = keras.Input((32, 32, 3))
    x = keras.layers.Flatten()(inputs)
    x = keras.layers.Dense(128, activation="relu")(x)
    return keras.layers.Dense(43)(x)
