"""A regularizer adds all squared weights to the loss, times its factor. What pays off then?

Weights near 0, and with them the same for all points. Usual factors are 1e-5 to 1e-3; or leave it
out.
"""


def create_network():
    model = keras.Sequential(
        [
            keras.Input((2,)),
            keras.layers.Dense(
                64, activation="relu", kernel_regularizer=keras.regularizers.L2(0.3)
            ),
            keras.layers.Dense(3, activation="softmax"),
        ]
    )
    return model
