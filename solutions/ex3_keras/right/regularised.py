"""Regularisers, initialisers, noise and a callback's worth of options; swish."""

import tensorflow as tf
from tensorflow.keras import layers, regularizers


def create_network():
    options = dict(
        activation="swish",
        kernel_initializer="he_normal",
        kernel_regularizer=regularizers.l2(1e-4),
        bias_regularizer=regularizers.L1(1e-5),
    )
    return tf.keras.Sequential([
        layers.Input(shape=(32, 32, 3), dtype=tf.float32),
        layers.GaussianNoise(0.02),
        layers.Flatten(),
        layers.Dense(128, **options),
        layers.Dropout(rate=0.3),
        layers.Dense(43, kernel_regularizer=regularizers.l2(1e-4)),
    ])
