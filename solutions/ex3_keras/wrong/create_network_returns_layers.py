"""A list comes back. What makes a network of a list of layers?

A model does: `keras.Sequential([...])` takes the list.
"""


def create_network():
    return [
        keras.layers.Flatten(),
        keras.layers.Dense(128, activation="relu"),
        keras.layers.Dense(43),
    ]
