"""The penalty is half of what is asked. Where does the ½ come from?

Many books write ½ λ‖W‖², so that the 2 of the derivative goes away. Keras' L2 has no ½, and
here there is none either.
"""


def create_regularised(rate, l2):
    return keras.Sequential(
        [
            keras.Input((20,)),
            keras.layers.Dense(64, "relu", kernel_regularizer=keras.regularizers.L2(0.5 * l2)),
            keras.layers.Dropout(rate),
            keras.layers.Dense(64, "relu", kernel_regularizer=keras.regularizers.L2(0.5 * l2)),
            keras.layers.Dropout(rate),
            keras.layers.Dense(1),
        ]
    )
