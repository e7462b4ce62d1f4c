"""Something random comes after the last layer. What does it do to the answer of the network?

It makes the answer 0 in some rows and too large in the others. A Dropout stands behind each
hidden layer, and none behind the last.
"""


def create_regularised(rate, l2):
    return keras.Sequential(
        [
            keras.Input((20,)),
            keras.layers.Dense(64, "relu", kernel_regularizer=keras.regularizers.L2(l2)),
            keras.layers.Dropout(rate),
            keras.layers.Dense(64, "relu", kernel_regularizer=keras.regularizers.L2(l2)),
            keras.layers.Dropout(rate),
            keras.layers.Dense(1),
            keras.layers.Dropout(rate),
        ]
    )
