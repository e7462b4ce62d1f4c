"""A LeakyReLU follows the last layer with weights. Is it an activation?

It is, like the others, though it lets negative numbers through. After the last layer comes none:
keep it between the layers.
"""


def create_network():
    model = keras.Sequential([keras.Input((32, 32, 3)), keras.layers.Flatten()])
    for units in (128, 43):
        model.add(keras.layers.Dense(units))
        model.add(keras.layers.LeakyReLU(negative_slope=0.1))
    return model
