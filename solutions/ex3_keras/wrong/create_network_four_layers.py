"""Three hidden layers and the output layer are four layers with weights, and fewer than 4 are
asked. The output layer counts, too.
"""


def create_network():
    model = keras.Sequential([keras.Input((32, 32, 3)), keras.layers.Flatten()])
    for units in (128, 128, 64):
        model.add(keras.layers.Dense(units, activation="relu"))
    model.add(keras.layers.Dense(43))
    return model
