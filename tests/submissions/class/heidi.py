import numpy as np
import tensorflow as tf


def softmax(logits):
    raise NotImplementedError


def cross_entropy(p, y):
    return tf.reduce_mean(-tf.reduce_sum(y * tf.math.log(p + 1e-7), axis=1))


def model(X, W, b):
    X = tf.reshape(X, (-1, W.shape[0]))
    return tf.matmul(X, W) + b


def accuracy(y_hat, Y):
    best = tf.argmax(y_hat, axis=1)
    return tf.reduce_sum(tf.cast(best == tf.cast(Y, tf.int64), tf.float32))
