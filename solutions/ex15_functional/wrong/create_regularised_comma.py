"""Keras does not take what stands in the brackets of the Dropout. Is a comma where a point should
be?

`Dropout(0, 2)` is a rate of 0 and a shape of 2. A number has a decimal point; and here the rate
is the argument.
"""


def create_regularised(rate, l2):
    return keras.Sequential(
        [
            keras.Input((20,)),
            keras.layers.Dense(64, "relu", kernel_regularizer=keras.regularizers.L2(l2)),
            keras.layers.Dropout(0, 2),
            keras.layers.Dense(64, "relu", kernel_regularizer=keras.regularizers.L2(l2)),
            keras.layers.Dropout(0, 2),
            keras.layers.Dense(1),
        ]
    )
