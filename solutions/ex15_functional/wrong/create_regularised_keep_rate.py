"""The Dropouts have the rate 1 − rate. What does the rate say: what is left out, or what is kept?

In Keras it is what is left out. The chance to *keep* stands in older code (`keep_prob`) and in
some courses.
"""


def create_regularised(rate, l2):
    return keras.Sequential(
        [
            keras.Input((20,)),
            keras.layers.Dense(64, "relu", kernel_regularizer=keras.regularizers.L2(l2)),
            keras.layers.Dropout(1 - rate),
            keras.layers.Dense(64, "relu", kernel_regularizer=keras.regularizers.L2(l2)),
            keras.layers.Dropout(1 - rate),
            keras.layers.Dense(1),
        ]
    )
