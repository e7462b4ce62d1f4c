"""A layer for images is given something that is no image any more. Is there a Flatten, or another
layer that makes rows, in front of it?

Convolutions and pooling need height, width and channels: they come before the Flatten, and Dense
layers after it. Where there is no Flatten in front, look at the `Input`: its shape is (32, 32, 3).
"""


def create_network():
    return keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            keras.layers.Flatten(),
            keras.layers.Conv2D(16, 3, activation="relu"),
            keras.layers.Dense(43),
        ]
    )
