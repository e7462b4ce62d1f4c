"""A ReLU follows the last layer with weights. What does it make of a negative logit?

It makes 0 of it, for every class that the network does not believe in. ReLU belongs after the
hidden layers; after the last one comes nothing.
"""


def create_network():
    model = keras.Sequential([keras.Input((32, 32, 3)), keras.layers.Flatten()])
    for units in (128, 43):
        model.add(keras.layers.Dense(units))
        model.add(keras.layers.Activation("relu"))
    return model
