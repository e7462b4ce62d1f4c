"""There are six layers with weights, the output layer among them. How many are asked?

Fewer than 4. Take one or two hidden layers, and make them wider if you like.
"""


def create_network():
    model = keras.Sequential([keras.Input((32, 32, 3)), keras.layers.Flatten()])
    for units in (256, 128, 128, 64, 64):
        model.add(keras.layers.Dense(units, activation="relu"))
    model.add(keras.layers.Dense(43))
    return model
