"""The last layer has no activation, so your network gives logits. What does the loss expect
this time?

Probabilities: here it is left at `from_logits=False`. In exercise 3 it took the softmax itself;
now the network does.
"""


def create_network():
    model = keras.Sequential(
        [
            keras.Input((2,)),
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dense(3),
        ]
    )
    return model
