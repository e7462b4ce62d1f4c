"""Each image gives 128 numbers, as wide as a hidden layer may be. How many classes are there?

Either the output layer is missing, or it has 128 units. The last layer is a Dense layer with 43
units, one for each class, and without an activation.
"""


def create_network():
    return keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
        ]
    )
