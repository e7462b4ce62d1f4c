"""A text comes back. What is asked is the model itself.

`model.summary()` and `model.to_json()` are there to be read; return `model`.
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
    lines = []
    model.summary(print_fn=lambda line, **_: lines.append(line))
    return "\n".join(lines)
