"""All that the output layer knows of an image has to pass through 4 numbers or fewer.

A layer that narrow is a bottleneck: 64 images can hardly be told apart behind it. Take 32 units or
more.
"""


def create_network():
    return keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            keras.layers.Flatten(),
            keras.layers.Dense(2, activation="relu"),
            keras.layers.Dense(43),
        ]
    )
