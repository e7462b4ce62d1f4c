"""A Dense layer is not told how many units it has.

The number of units comes first: `keras.layers.Dense(128, activation="relu")`, and 43 for the last
one.
"""


def create_network():
    return keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            keras.layers.Flatten(),
            keras.layers.Dense(activation="relu"),
            keras.layers.Dense(43),
        ]
    )
