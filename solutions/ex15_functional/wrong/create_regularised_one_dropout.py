"""Behind the second hidden layer nothing is left out. How many Dropouts are asked?

Two: one behind each hidden layer, the second one before the output.
"""


def create_regularised(rate, l2):
    return keras.Sequential(
        [
            keras.Input((20,)),
            keras.layers.Dense(64, "relu", kernel_regularizer=keras.regularizers.L2(l2)),
            keras.layers.Dropout(rate),
            keras.layers.Dense(64, "relu", kernel_regularizer=keras.regularizers.L2(l2)),
            keras.layers.Dense(1),
        ]
    )
