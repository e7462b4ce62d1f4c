"""A single image comes back as a vector of shape (C,).

It counts as a batch of one: the shape asked for is (1, C).
"""

import tensorflow as tf


def model(X, W, b):
    y = softmax(tf.matmul(tf.reshape(X, (-1, W.shape[0])), W) + b)
    if len(X.shape) == 3:
        return y[0]
    return y
