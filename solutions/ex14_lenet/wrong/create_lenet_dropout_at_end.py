"""A Dropout stands in your LeNet. Does the table have one?

It does not. Behind the output it would even take logits away at random while the network is
trained: the right digit's, too.
"""


def create_lenet():
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Conv2D(6, 5, padding="same", activation="relu"),
            keras.layers.MaxPooling2D(2),
            keras.layers.Conv2D(16, 5, activation="relu"),
            keras.layers.MaxPooling2D(2),
            keras.layers.Flatten(),
            keras.layers.Dense(120, activation="relu"),
            keras.layers.Dense(84, activation="relu"),
            keras.layers.Dense(10),
            keras.layers.Dropout(0.5),
        ]
    )
