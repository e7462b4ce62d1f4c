"""This is the mean of the squares. What is asked?

The sum: it grows with the number of weights. Keras' own regulariser has the sum.
"""


def create_regularised(rate, l2):
    return keras.Sequential(
        [
            keras.Input((20,)),
            keras.layers.Dense(
                64, "relu", kernel_regularizer=lambda kernel: l2 * keras.ops.mean(kernel**2)
            ),
            keras.layers.Dropout(rate),
            keras.layers.Dense(
                64, "relu", kernel_regularizer=lambda kernel: l2 * keras.ops.mean(kernel**2)
            ),
            keras.layers.Dropout(rate),
            keras.layers.Dense(1),
        ]
    )
