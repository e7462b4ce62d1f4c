"""All weights start at 0. Then each hidden unit is 0 for every image and no gradient reaches it, so
only the bias of the output learns. Leave `kernel_initializer` out: the weights have to start at
random.
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
