"""In training nothing is left out: two calls give the same. Where is the argument `rate` used?

A Dropout of this rate stands behind each hidden layer. In a `call` of your own it has to be
told whether it is training; Keras passes that on.
"""


def create_regularised(rate, l2):
    return keras.Sequential(
        [
            keras.Input((20,)),
            keras.layers.Dense(64, "relu", kernel_regularizer=keras.regularizers.L2(l2)),
            keras.layers.Dense(64, "relu", kernel_regularizer=keras.regularizers.L2(l2)),
            keras.layers.Dense(1),
        ]
    )
