"""A ReLU follows the last Dense layer, as a layer of its own; it turns every negative logit into 0.
It belongs after the hidden layers; after the last one comes nothing.
"""


def create_network():
    model = keras.Sequential([keras.Input((32, 32, 3)), keras.layers.Flatten()])
    for units in (128, 43):
        model.add(keras.layers.Dense(units))
        model.add(keras.layers.Activation("relu"))
    return model
