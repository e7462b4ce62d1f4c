"""The bias has the wrong sign: it is added to X W, not subtracted."""

import tensorflow as tf


def model(X, W, b):
    flat = tf.reshape(X, (-1, W.shape[0]))
    return softmax(tf.matmul(flat, W) - b)
