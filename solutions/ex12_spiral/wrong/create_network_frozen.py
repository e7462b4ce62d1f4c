"""Training can't change anything: is there a `trainable = False` in your file?

All layers are frozen. That is for networks that somebody else has trained; leave it out.
"""


def create_network():
    model = keras.Sequential(
        [
            keras.Input((2,)),
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dense(3, activation="softmax"),
        ]
    )
    model.trainable = False
    return model
