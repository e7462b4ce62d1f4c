"""The Dropouts have the rate 0.5, whatever is asked. Where is the argument?

The rate is the first argument of the function.
"""


def create_regularised(rate, l2):
    return keras.Sequential(
        [
            keras.Input((20,)),
            keras.layers.Dense(64, "relu", kernel_regularizer=keras.regularizers.L2(l2)),
            keras.layers.Dropout(0.5),
            keras.layers.Dense(64, "relu", kernel_regularizer=keras.regularizers.L2(l2)),
            keras.layers.Dropout(0.5),
            keras.layers.Dense(1),
        ]
    )
