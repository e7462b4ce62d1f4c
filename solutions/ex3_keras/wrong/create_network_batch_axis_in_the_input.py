"""The input is declared with a batch axis of your own, (None, 32, 32, 3). Keras adds the batch axis
itself: the shape of one image, (32, 32, 3), is enough.
"""


def create_network():
    return keras.Sequential(
        [
            keras.Input((None, 32, 32, 3)),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(43),
        ]
    )
