"""Each image gives a map of 7 × 7 rows of 43 numbers. What is to become of height and width?

Convolutions (and Dense layers) keep both as axes. Put a `Flatten()` and a Dense layer at the end,
or a global pooling after the last layer.
"""


def create_network():
    return keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            keras.layers.Conv2D(16, 3, strides=2, activation="relu"),
            keras.layers.Conv2D(43, 3, strides=2),
        ]
    )
