"""What comes back is the symbolic output of a layer. What does a model need besides?

Both its ends: give input and output to `keras.Model`, and return what it makes.
"""


def create_network():
    point = keras.Input((2,))
    x = keras.layers.Dense(64, activation="relu")(point)
    return keras.layers.Dense(3, activation="softmax")(x)
