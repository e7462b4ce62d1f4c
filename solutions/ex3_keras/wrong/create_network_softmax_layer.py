"""The last layer with weights is followed by a Softmax layer. Who takes the softmax in the loss?

The loss, made with `from_logits=True`, takes it itself. Let the network end with the Dense layer.
"""


def create_network():
    return keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(43),
            keras.layers.Softmax(),
        ]
    )
