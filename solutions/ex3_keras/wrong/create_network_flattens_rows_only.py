"""Each image gives 32 rows of 43 numbers: one of its two sides is still an axis of its own.

`Flatten()` before the first Dense layer makes one row of 3072 numbers of an image. `Reshape((32,
96))` leaves one row for each line of it.
"""


def create_network():
    return keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            keras.layers.Reshape((32, 96)),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(43),
        ]
    )
