"""C1 gives 14 × 14 pixels: its stride of 2 does the work of the pooling. Whose work is it in the
table?

Both convolutions have a stride of 1, and a pooling of 2 × 2 comes behind each.
"""


def create_lenet():
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Conv2D(6, 5, strides=2, padding="same", activation="relu"),
            keras.layers.Conv2D(16, 5, strides=2, activation="relu"),
            keras.layers.Flatten(),
            keras.layers.Dense(120, activation="relu"),
            keras.layers.Dense(84, activation="relu"),
            keras.layers.Dense(10),
        ]
    )
