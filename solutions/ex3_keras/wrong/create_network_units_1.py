"""The output has one unit, as if it should be the id of the class. A classifier gives one logit for
each of the 43 classes; the largest says which class it is.
"""


def create_network():
    return keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(1),
        ]
    )
