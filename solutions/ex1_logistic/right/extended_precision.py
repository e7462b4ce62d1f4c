"""The accuracy is a number of NumPy's widest dtype, with more digits than a float64 has."""

import numpy as np
import tensorflow as tf


def softmax(logits):
    wide = tf.cast(logits, tf.float64)
    return tf.cast(tf.exp(wide - tf.reduce_logsumexp(wide, axis=1)[:, None]), logits.dtype)


def cross_entropy(scaled_logits, one_hot):
    return -tf.reduce_sum(tf.math.xlogy(one_hot, scaled_logits), axis=1)


def model(X, W, b):
    flat = tf.reshape(X, (-1, tf.shape(W)[0]))
    return softmax(tf.cast(flat, tf.float64) @ tf.cast(W, tf.float64) + tf.cast(b, tf.float64))


def accuracy(y_hat, Y):
    hits = np.argmax(y_hat, axis=1) == np.asarray(Y)
    return np.mean(hits, dtype=np.longdouble)
