"""The last layer gives logarithms of probabilities (`log_softmax`): no output is above 0. Plain
logits are asked, so leave the activation of the last layer out.
"""


def create_network():
    return keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(43, activation="log_softmax"),
        ]
    )
