"""A sigmoid stands behind the last layer. Which numbers can the network give?

Only those from 0 to 1: that is for a yes or no. Here the last layer has no activation.
"""


def create_regularised(rate, l2):
    return keras.Sequential(
        [
            keras.Input((20,)),
            keras.layers.Dense(64, "relu", kernel_regularizer=keras.regularizers.L2(l2)),
            keras.layers.Dropout(rate),
            keras.layers.Dense(64, "relu", kernel_regularizer=keras.regularizers.L2(l2)),
            keras.layers.Dropout(rate),
            keras.layers.Dense(1, "sigmoid"),
        ]
    )
