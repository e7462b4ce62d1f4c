"""You multiply by the bias.

It is added to X W, one number for each class.
"""

import tensorflow as tf


def model(X, W, b):
    flat = tf.reshape(X, (-1, W.shape[0]))
    return softmax(tf.matmul(flat, W) * b)
