"""Each image gives a map of 30 × 30 rows of 43 numbers. What is to become of height and width?

A convolution and a Dense layer keep both as axes. Put a `Flatten()` between the last convolution
(or pooling) and the first Dense layer.
"""


def create_network():
    return keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            keras.layers.Conv2D(16, 3, activation="relu"),
            keras.layers.Dense(43),
        ]
    )
