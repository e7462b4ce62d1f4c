"""create_network gives back None. Is the `return` missing, or do you return what `model.add(...)`,
`model.compile(...)`, `model.build(...)` or `model.summary()` gave? These all give None: return the
model itself, in a line of its own.
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
