"""In a hidden layer all weights start at the same number. In what do its units differ then?

In nothing, and they never will: all get the same gradient. Leave `kernel_initializer` out, and
Keras draws them at random.
"""


def create_network():
    model = keras.Sequential(
        [
            keras.Input((2,)),
            keras.layers.Dense(64, activation="relu", kernel_initializer="ones"),
            keras.layers.Dense(3, activation="softmax"),
        ]
    )
    return model
