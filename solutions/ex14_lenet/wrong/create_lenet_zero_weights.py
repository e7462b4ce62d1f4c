"""The kernels of your LeNet start at 0. What tells one unit of a layer from the next one then?

Nothing: all get the same gradient, and stay alike. Leave `kernel_initializer` as Keras has it:
random. (Biases start at 0 by themselves, and may.)
"""


def create_lenet():
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Conv2D(
                6, 5, padding="same", activation="relu", kernel_initializer="zeros"
            ),
            keras.layers.MaxPooling2D(2),
            keras.layers.Conv2D(16, 5, activation="relu", kernel_initializer="zeros"),
            keras.layers.MaxPooling2D(2),
            keras.layers.Flatten(),
            keras.layers.Dense(120, activation="relu", kernel_initializer="zeros"),
            keras.layers.Dense(84, activation="relu", kernel_initializer="zeros"),
            keras.layers.Dense(10, kernel_initializer="zeros"),
        ]
    )
