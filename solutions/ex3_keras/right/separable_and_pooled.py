"""Separable convolutions, average pooling on the way, global max pooling before the last layer."""

from tensorflow.keras import Input, Sequential, layers


def create_network():
    return Sequential(
        [
            Input((32, 32, 3)),
            layers.ZeroPadding2D(1),
            layers.SeparableConv2D(48, 5, strides=2, activation="relu"),
            layers.AveragePooling2D(2, strides=1),
            layers.GroupNormalization(groups=8),
            layers.SeparableConv2D(96, 5, strides=2, activation="relu"),
            layers.GlobalMaxPool2D(),
            layers.Dense(43),
        ]
    )
