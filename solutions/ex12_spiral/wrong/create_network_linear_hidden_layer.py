"""A network whose hidden layers have no activation is softmax regression. Which borders can
that draw?

Straight ones: two linear layers in a row are one. Give each hidden layer an activation,
`activation="relu"` for example; by itself Keras gives none.
"""


def create_network():
    model = keras.Sequential(
        [
            keras.Input((2,)),
            keras.layers.Dense(64),
            keras.layers.Dense(32),
            keras.layers.Dense(3, activation="softmax"),
        ]
    )
    return model
