"""The last layer has a ReLU: its numbers have no upper bound, and a row may be all zeros. What
are probabilities?

Numbers from 0 to 1 that add up to 1 in each row: a softmax makes them. The ReLU belongs to the
hidden layers.
"""


def create_network():
    model = keras.Sequential(
        [
            keras.Input((2,)),
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dense(3, activation="relu"),
        ]
    )
    return model
