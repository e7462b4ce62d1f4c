"""An input declared as (3, 32, 32) and a fixed batch size: Keras takes (N, 32, 32, 3) all the same,
since the first layer is Flatten.
"""

import tensorflow as tf


def create_network():
    return tf.keras.Sequential([
        tf.keras.Input(shape=(3, 32, 32), batch_size=64),
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(128, activation=tf.nn.relu),
        tf.keras.layers.Dense(43),
    ])
