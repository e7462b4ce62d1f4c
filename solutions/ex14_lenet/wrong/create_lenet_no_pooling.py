"""C3 gives 24 × 24 pixels, so it is given 28 × 28. What halves them in the table?

A pooling behind each of the two convolutions, of windows of 2 × 2.
"""


def create_lenet():
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Conv2D(6, 5, padding="same", activation="relu"),
            keras.layers.Conv2D(16, 5, activation="relu"),
            keras.layers.Flatten(),
            keras.layers.Dense(120, activation="relu"),
            keras.layers.Dense(84, activation="relu"),
            keras.layers.Dense(10),
        ]
    )
