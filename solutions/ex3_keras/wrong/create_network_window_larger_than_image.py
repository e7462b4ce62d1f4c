"""A window of a convolution is larger than what is left of the image there. How large is the image
after each layer?

Each pooling, each stride and each convolution without padding makes it smaller. Leave a pooling
out, take a smaller window, or `padding="same"`.
"""


def create_network():
    return keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            keras.layers.Conv2D(16, 3, activation="relu"),
            keras.layers.MaxPooling2D(8),
            keras.layers.Conv2D(32, 5, activation="relu"),
            keras.layers.Flatten(),
            keras.layers.Dense(43),
        ]
    )
