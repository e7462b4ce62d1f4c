"""create_network gives back None. Is there a `return`, and what does it return?

If there is one, look at what it returns: `model.add(...)`, `model.compile(...)` and
`model.summary()` all give None. Return the model itself, in a line of its own.
"""


def create_network():
    model = keras.Sequential(
        [
            keras.Input((2,)),
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dense(3, activation="softmax"),
        ]
    )
    return model.compile("adam", "sparse_categorical_crossentropy")
