"""There are five layers with weights, the output layer among them. How many are asked?

Fewer than 4: one or two hidden layers, and the output. Give each hidden layer an activation: linear
layers after each other are together no more than one linear layer, however many they are.
"""


def create_network():
    model = keras.Sequential([keras.Input((32, 32, 3)), keras.layers.Flatten()])
    for units in (256, 128, 64, 64, 43):
        model.add(keras.layers.Dense(units))
    return model
