"""Keras has no activation of that name. How is it written?

In lower case, as in the documentation: `"relu"`, `"tanh"`, `"sigmoid"`. A function can be given,
too: `activation=tf.nn.relu`.
"""


def create_network():
    return keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="ReLU"),
            keras.layers.Dense(43),
        ]
    )
