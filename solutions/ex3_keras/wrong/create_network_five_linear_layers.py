"""Five Dense layers and no activation between them: together they are no more than one linear
layer, and fewer than 4 layers with weights are asked. Take fewer, with an activation in between.
"""


def create_network():
    model = keras.Sequential([keras.Input((32, 32, 3)), keras.layers.Flatten()])
    for units in (256, 128, 64, 64, 43):
        model.add(keras.layers.Dense(units))
    return model
