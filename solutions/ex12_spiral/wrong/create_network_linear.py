"""A network without a hidden layer is softmax regression. Which borders can that draw?

Straight ones, so about half of the points is all that it gets right. Put one or two hidden layers
in between, with an activation that is not linear.
"""


def create_network():
    model = keras.Sequential(
        [
            keras.Input((2,)),
            keras.layers.Dense(3, activation="softmax"),
        ]
    )
    return model
