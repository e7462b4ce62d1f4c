"""The penalty is always 0.01 times the sum of the squares. Where is the argument?

`"l2"` as a text takes Keras' own factor, 0.01, and knows nothing of the argument l2. Make the
regulariser with the argument.
"""


def create_regularised(rate, l2):
    return keras.Sequential(
        [
            keras.Input((20,)),
            keras.layers.Dense(64, "relu", kernel_regularizer="l2"),
            keras.layers.Dropout(rate),
            keras.layers.Dense(64, "relu", kernel_regularizer="l2"),
            keras.layers.Dropout(rate),
            keras.layers.Dense(1),
        ]
    )
