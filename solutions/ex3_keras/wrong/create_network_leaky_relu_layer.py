"""A LeakyReLU follows the last Dense layer. It is an activation like the others, though it lets
negative numbers through: after the last layer comes none.
"""


def create_network():
    model = keras.Sequential([keras.Input((32, 32, 3)), keras.layers.Flatten()])
    for units in (128, 43):
        model.add(keras.layers.Dense(units))
        model.add(keras.layers.LeakyReLU(negative_slope=0.1))
    return model
