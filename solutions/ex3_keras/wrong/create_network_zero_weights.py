"""All weights of a hidden layer start at the same number. What is then the difference between its
units?

There is none, and none arises: each gets the same gradient, or, where the weights are 0, no
gradient at all. Weights have to start at random: leave `kernel_initializer` out.
"""


def create_network():
    return keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu", kernel_initializer="zeros"),
            keras.layers.Dense(43, kernel_initializer="zeros"),
        ]
    )
