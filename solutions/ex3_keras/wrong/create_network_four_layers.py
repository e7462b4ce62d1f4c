"""The output layer has weights as well. How many layers with weights are there in all?

There are four, and fewer than 4 are asked: at most two hidden layers, and the output layer.
"""


def create_network():
    model = keras.Sequential([keras.Input((32, 32, 3)), keras.layers.Flatten()])
    for units in (128, 128, 64):
        model.add(keras.layers.Dense(units, activation="relu"))
    model.add(keras.layers.Dense(43))
    return model
