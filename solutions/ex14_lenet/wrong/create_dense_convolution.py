"""There is a convolution in your dense network. What is asked for here?

Dense layers alone, so that you can compare the two. The convolutions belong to `create_lenet`.
"""


def create_dense():
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Conv2D(8, 3, activation="relu"),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(10),
        ]
    )
