"""No layer of your dense network has an activation. What are two linear layers after each other?

One linear layer: W₂(W₁x) is (W₂W₁)x. Give the hidden layers one, such as ReLU; Keras' Dense
has none by itself.
"""


def create_dense():
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(128),
            keras.layers.Dense(10),
        ]
    )
