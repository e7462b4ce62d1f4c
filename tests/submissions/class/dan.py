import numpy as np
import tensorflow as tf


def softmax(x):
    e = tf.exp(x)
    return e / tf.reduce_sum(e, axis=1)


def cross_entropy(p, y):
    return tf.reduce_mean(-tf.reduce_sum(y * tf.math.log(p + 1e-7), axis=1))


def model(X, W, b):
    X = tf.reshape(X, (1, -1))
    return softmax(X @ W + b)


def accuracy(y_hat, Y):
    return tf.reduce_mean(tf.cast(tf.argmax(y_hat, axis=1) == Y, tf.float32))
