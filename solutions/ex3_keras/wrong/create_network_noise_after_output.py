"""What does the noise after your last layer do to the logits while the network is trained?

It makes them wrong at random, whatever the network has learned. Noise belongs in front of the
layers: let the network end with the last Dense layer.
"""


def create_network():
    return keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(43),
            keras.layers.GaussianNoise(0.1),
        ]
    )
