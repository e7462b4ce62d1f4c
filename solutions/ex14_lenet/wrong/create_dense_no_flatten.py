"""Each pixel gets ten numbers of its own, (N, 28, 28, 10): a Dense layer works on the last axis
alone.

Make one row of each image first: `Flatten` gives (N, 784).
"""


def create_dense():
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(10),
        ]
    )
