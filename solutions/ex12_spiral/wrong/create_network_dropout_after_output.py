"""In training, something random comes after the last layer. What does Dropout make of three
probabilities?

It sets some of them to 0, at times that of the true class, and the rest no longer adds up to 1.
Put it between the hidden layers.
"""


def create_network():
    model = keras.Sequential(
        [
            keras.Input((2,)),
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dense(3, activation="softmax"),
            keras.layers.Dropout(0.3),
        ]
    )
    return model
