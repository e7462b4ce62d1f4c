"""The size of the images is written into the code, 32 * 32 * 3, and other images do not fit. Take
the length of a row from W or from the shape of X.
"""

import tensorflow as tf


def model(X, W, b):
    flat = tf.reshape(X, (-1, 32 * 32 * 3))
    return softmax(tf.matmul(flat, W) + b)
