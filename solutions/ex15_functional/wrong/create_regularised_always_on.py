"""Two calls on the same inputs differ, though the network is not in training. Who says whether it
is?

Keras does, in `fit` and in `evaluate`. With `training=True` in your own code, a Dropout acts
also when the network is used; leave that out.
"""


def create_regularised(rate, l2):
    inputs = keras.Input((20,))
    x = inputs
    for _ in range(2):
        x = keras.layers.Dense(64, "relu", kernel_regularizer=keras.regularizers.L2(l2))(x)
        x = keras.layers.Dropout(rate)(x, training=True)
    return keras.Model(inputs, keras.layers.Dense(1)(x))
