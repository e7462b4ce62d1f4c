"""The last layer of your dense network has a ReLU, so no logit is below 0. What becomes of a
digit whose logit is cut off there?

It gets no gradient, and is never learned. Hidden layers have an activation, and the last one
has none.
"""


def create_dense():
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(10, activation="relu"),
        ]
    )
