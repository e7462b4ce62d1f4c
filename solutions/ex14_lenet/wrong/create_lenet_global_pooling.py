"""C5 is given 16 numbers of each image, so nothing is left of where something stands. What comes
behind the second pooling in the table?

All 5 × 5 pixels of the 16 channels: a Flatten makes 400 numbers of them. A
GlobalAveragePooling would leave the mean of each channel.
"""


def create_lenet():
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Conv2D(6, 5, padding="same", activation="relu"),
            keras.layers.MaxPooling2D(2),
            keras.layers.Conv2D(16, 5, activation="relu"),
            keras.layers.MaxPooling2D(2),
            keras.layers.GlobalAveragePooling2D(),
            keras.layers.Dense(120, activation="relu"),
            keras.layers.Dense(84, activation="relu"),
            keras.layers.Dense(10),
        ]
    )
