"""Functional, with sigmoids as layers of their own behind the pooling."""

import tensorflow as tf
from keras import Input, Model
from keras.layers import Activation, AveragePooling2D, Conv2D, Dense, Flatten, ZeroPadding2D


def prepare(images, labels):
    X = tf.cast(images, tf.float32)[:, :, :, tf.newaxis] / 255.0
    Y = tf.one_hot(labels, 10)
    return X.numpy(), Y.numpy()


def create_dense():
    image = Input(shape=(28, 28, 1))
    x = Flatten()(image)
    x = Dense(64, activation="relu")(x)
    return Model(image, Dense(10, activation="linear")(x))


def create_lenet():
    image = Input(shape=(28, 28, 1))
    x = ZeroPadding2D(2)(image)
    x = Conv2D(6, 5)(x)
    x = AveragePooling2D(2)(x)
    x = Activation("sigmoid")(x)
    x = Conv2D(16, 5)(x)
    x = AveragePooling2D(2)(x)
    x = Activation("sigmoid")(x)
    x = Flatten()(x)
    x = Dense(120)(x)
    x = Activation("sigmoid")(x)
    x = Dense(84)(x)
    x = Activation("sigmoid")(x)
    return Model(image, Dense(10)(x), name="lenet")


