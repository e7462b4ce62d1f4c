"""Your network declares the axis of the batch as well. What does `Input` declare?

One point, `(2,)`: Keras adds the axis of the batch by itself.
"""


def create_network():
    model = keras.Sequential(
        [
            keras.Input((None, 2)),
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dense(3, activation="softmax"),
        ]
    )
    return model
