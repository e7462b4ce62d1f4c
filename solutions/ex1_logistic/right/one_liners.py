"""Lets TensorFlow and Keras do the work: tf.nn.softmax, Keras loss, Flatten, in_top_k."""

import tensorflow as tf


def softmax(logits):
    return tf.nn.softmax(logits)


def cross_entropy(scaled_logits, one_hot):
    return tf.keras.losses.categorical_crossentropy(one_hot, scaled_logits)


def model(X, W, b):
    if len(X.shape) == 3:
        X = X[tf.newaxis]
    return softmax(tf.keras.layers.Flatten()(X) @ W + b)


def accuracy(y_hat, Y):
    return tf.reduce_mean(tf.cast(tf.math.in_top_k(tf.cast(Y, tf.int32), y_hat, 1), tf.float32))
