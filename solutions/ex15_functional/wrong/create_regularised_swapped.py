"""The penalty is `rate` times the sum of the squares. Which of both arguments belongs to which
layer?

The function is called as `create_regularised(rate, l2)`: the first is the rate of both
Dropouts, the second the factor of the penalty.
"""


def create_regularised(rate, l2):
    return keras.Sequential(
        [
            keras.Input((20,)),
            keras.layers.Dense(64, "relu", kernel_regularizer=keras.regularizers.L2(rate)),
            keras.layers.Dropout(min(l2, 0.9)),
            keras.layers.Dense(64, "relu", kernel_regularizer=keras.regularizers.L2(rate)),
            keras.layers.Dropout(min(l2, 0.9)),
            keras.layers.Dense(1),
        ]
    )
