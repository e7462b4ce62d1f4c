"""This is the length of each kernel, with a square root. What is asked?

The sum of the squares, without a root: its gradient is the weight itself, times 2·l2.
"""


def create_regularised(rate, l2):
    return keras.Sequential(
        [
            keras.Input((20,)),
            keras.layers.Dense(
                64, "relu", kernel_regularizer=lambda kernel: l2 * keras.ops.norm(kernel)
            ),
            keras.layers.Dropout(rate),
            keras.layers.Dense(
                64, "relu", kernel_regularizer=lambda kernel: l2 * keras.ops.norm(kernel)
            ),
            keras.layers.Dropout(rate),
            keras.layers.Dense(1),
        ]
    )
