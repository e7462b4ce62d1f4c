"""The convolutions keep their height and width to the end: you return a map of logits, not one
logit for each class. Put a Flatten (or a global pooling) before or after the last layer.
"""


def create_network():
    return keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            keras.layers.Conv2D(16, 3, strides=2, activation="relu"),
            keras.layers.Conv2D(43, 3, strides=2),
        ]
    )
