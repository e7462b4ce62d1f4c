"""In a hidden layer all weights start at the same number. What tells one unit from another
then?

Nothing, and behind weights of 0 a ReLU gives 0 for every point and passes no gradient back. Leave
`kernel_initializer` out, and Keras draws them at random.
"""


def create_network():
    model = keras.Sequential(
        [
            keras.Input((2,)),
            keras.layers.Dense(64, activation="relu", kernel_initializer="zeros"),
            keras.layers.Dense(3, activation="softmax"),
        ]
    )
    return model
