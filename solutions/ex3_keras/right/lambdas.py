"""create_network is a lambda, Lambda flattens, and lambdas are activations."""

import tensorflow as tf

flat = lambda x: tf.reshape(x, (tf.shape(x)[0], 3072))
create_network = lambda: tf.keras.Sequential(
    [
        tf.keras.layers.Lambda(flat, input_shape=(32, 32, 3)),
        tf.keras.layers.Dense(128, activation=lambda x: tf.maximum(x, 0.01 * x)),
        tf.keras.layers.Dense(43, activation=lambda x: x),
    ]
)
