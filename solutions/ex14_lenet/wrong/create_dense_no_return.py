"""create_dense gives back None. Is there a `return`, and what does it return?

If there is one, look at what it returns: `model.add(...)`, `model.compile(...)` and
`model.summary()` all give None. Return the model itself, in a line of its own.
"""


def create_dense():
    model = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(10),
        ]
    )
    model.summary()
