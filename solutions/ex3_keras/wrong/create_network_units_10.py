"""Each image gives 10 numbers. How many classes of traffic signs are there?

There are 43, one logit for each. (10 is the number of digits.)
"""


def create_network():
    return keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(10),
        ]
    )
