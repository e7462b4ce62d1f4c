"""Input (None, None, 3): any size of image; the last layer is a convolution, averaged."""

import keras
from keras import layers


def create_network():
    images = keras.Input((None, None, 3))
    x = layers.Conv2D(24, 5, strides=2, padding="same", activation="relu")(images)
    x = layers.Conv2D(48, 5, strides=2, padding="same", activation="relu")(x)
    x = layers.Conv2D(43, 7)(x)
    return keras.Model(images, layers.GlobalAveragePooling2D()(x), name="fully_convolutional")
