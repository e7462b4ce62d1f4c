"""These are sums of absolute values. Which sum does L2 stand for?

The sum of the squares. L1, the sum of the absolute values, is another penalty, which makes
weights exactly 0.
"""


def create_regularised(rate, l2):
    return keras.Sequential(
        [
            keras.Input((20,)),
            keras.layers.Dense(64, "relu", kernel_regularizer=keras.regularizers.L1(l2)),
            keras.layers.Dropout(rate),
            keras.layers.Dense(64, "relu", kernel_regularizer=keras.regularizers.L1(l2)),
            keras.layers.Dropout(rate),
            keras.layers.Dense(1),
        ]
    )
