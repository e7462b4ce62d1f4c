"""The last Dense layer is right, but a Softmax layer follows it. Logits are asked: the loss, with
`from_logits=True`, takes the softmax itself. Let the network end with the Dense layer.
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
