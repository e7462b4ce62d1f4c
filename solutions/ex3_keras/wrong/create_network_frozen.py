"""Training can't change anything: is there a `trainable = False` in your file?

All layers are frozen. That is for networks that somebody else has trained; leave it out.
"""


def create_network():
    model = keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(43),
        ]
    )
    model.trainable = False
    return model
