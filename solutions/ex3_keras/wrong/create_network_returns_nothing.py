"""create_network gives back None. Is there a `return`, and what does it return?

If there is one, look at what it returns: `model.add(...)`, `model.compile(...)`, `model.build(...)`
and `model.summary()` all give None. Return the model itself, in a line of its own.
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
    model.summary()
