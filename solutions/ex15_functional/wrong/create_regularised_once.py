"""Only the kernel of the first hidden layer is in the penalty. What about the second?

Both hidden layers are held back: a regulariser belongs to the one layer for which it is
written.
"""


def create_regularised(rate, l2):
    return keras.Sequential(
        [
            keras.Input((20,)),
            keras.layers.Dense(64, "relu", kernel_regularizer=keras.regularizers.L2(l2)),
            keras.layers.Dropout(rate),
            keras.layers.Dense(64, "relu"),
            keras.layers.Dropout(rate),
            keras.layers.Dense(1),
        ]
    )
