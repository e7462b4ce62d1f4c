"""The first 12 rows are right, and those after them are not: a number of rows is written into your
code.

Take the number of samples from the argument (`len(...)`, `.shape[0]`), or work on the whole tensor
at once.
"""

import tensorflow as tf


def model(X, W, b):
    flat = tf.reshape(X, (-1, W.shape[0]))
    y = softmax(flat @ W + b)
    return tf.concat([y[:12], tf.zeros_like(y[12:])], axis=0)
