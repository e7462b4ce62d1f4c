"""The last layer has `activation="softmax"`, so the network gives probabilities. What does the loss
take?

Logits: made with `from_logits=True`, it takes the softmax itself. Leave the last layer without an
activation.
"""


def create_network():
    return keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(43, activation="softmax"),
        ]
    )
