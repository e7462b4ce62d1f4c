"""The last layer has a ReLU, which turns every negative logit into 0: a class that starts at 0
gets no gradient any more and can't be learnt. ReLU belongs to the hidden layers only.
"""


def create_network():
    return keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(43, activation="relu"),
        ]
    )
