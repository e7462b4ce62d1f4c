"""The last layer of your dense network has a softmax, so it gives probabilities. What does the
loss take?

Logits: made with `from_logits=True`, it takes the softmax itself. Leave the last layer without
an activation.
"""


def create_dense():
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
