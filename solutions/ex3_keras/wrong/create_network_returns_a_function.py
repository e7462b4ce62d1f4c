"""A function comes back, which can't be trained. Is it something of your model, and not the model
itself?

Return the model: not a function that calls it, nor one of its methods (`model.predict`); and if it
is a function that makes the model, call it.
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
