"""Your network declares images of (32, 32). What else has each pixel?

Three colours, in the last axis: `keras.Input((32, 32, 3))`.
"""


def create_network():
    return keras.Sequential(
        [
            keras.Input((32, 32)),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(43),
        ]
    )
