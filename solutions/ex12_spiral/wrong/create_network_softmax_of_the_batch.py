"""A point gets another row when other points stand beside it: something in your network goes
over axis 0, the batch. Is it the softmax?

The three probabilities of *one point* add up to 1: a softmax, a sum or a mean goes along the last
axis, which is also what `activation="softmax"` does.
"""


def create_network():
    model = keras.Sequential(
        [
            keras.Input((2,)),
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dense(3),
            keras.layers.Softmax(axis=0),
        ]
    )
    return model
