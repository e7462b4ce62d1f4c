"""Six layers with weights are more than these images need, and fewer than 4 are asked (the output
layer is one of them). Take one or two hidden layers; make them wider if you like.
"""


def create_network():
    model = keras.Sequential([keras.Input((32, 32, 3)), keras.layers.Flatten()])
    for units in (256, 128, 128, 64, 64):
        model.add(keras.layers.Dense(units, activation="relu"))
    model.add(keras.layers.Dense(43))
    return model
