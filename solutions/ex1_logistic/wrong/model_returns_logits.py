"""You return the logits X W + b: the rows do not add up to 1.

Put them through your softmax.
"""

import tensorflow as tf


def model(X, W, b):
    flat = tf.reshape(X, (-1, W.shape[0]))
    return tf.matmul(flat, W) + b
