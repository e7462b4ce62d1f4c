"""You return a function. It gives the right logits, but it can't be trained: return the model that
it calls.
"""


def create_network():
    model = keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(43),
        ]
    )
    return lambda images: model(images)
