"""The last layer has a sigmoid: each output is squashed into 0 … 1 on its own. That is for
yes-or-no questions; here one class of 43 is right, and the logits themselves are asked.
"""


def create_network():
    return keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(43, activation="sigmoid"),
        ]
    )
