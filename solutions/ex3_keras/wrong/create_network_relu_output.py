"""The last layer has a ReLU. What does it make of a negative logit?

It makes 0 of it, and where it does no gradient comes back. ReLU belongs to the hidden layers only:
leave the activation of the last layer out.
"""


def create_network():
    return keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(43, activation="relu"),
        ]
    )
