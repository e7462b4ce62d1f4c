"""A layer can't be made, because the length of one of its axes is None: the declared shape of the
images leaves it open.

Declare one image, `keras.Input((32, 32, 3))`. Keras adds the axis of the batch itself, so `(None,
32, 32, 3)` has one too many; and before a Flatten, height and width must be known.
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
