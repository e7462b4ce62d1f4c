"""The biases are in the penalty, too. Which weights are to be held back?

Only the kernels. A bias moves a whole layer up or down and does not make it wilder, so it is
left alone: no `bias_regularizer`.
"""


def create_regularised(rate, l2):
    return keras.Sequential(
        [
            keras.Input((20,)),
            keras.layers.Dense(
                64,
                "relu",
                kernel_regularizer=keras.regularizers.L2(l2),
                bias_regularizer=keras.regularizers.L2(l2),
            ),
            keras.layers.Dropout(rate),
            keras.layers.Dense(
                64,
                "relu",
                kernel_regularizer=keras.regularizers.L2(l2),
                bias_regularizer=keras.regularizers.L2(l2),
            ),
            keras.layers.Dropout(rate),
            keras.layers.Dense(1),
        ]
    )
