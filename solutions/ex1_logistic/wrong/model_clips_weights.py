"""These are the values for weights that are cut off at -2 and 2.

W is used as it is.
"""

import tensorflow as tf


def model(X, W, b):
    flat = tf.reshape(X, (-1, W.shape[0]))
    return softmax(flat @ tf.clip_by_value(W, -2.0, 2.0) + b)
