"""You return X W: the bias is missing, and so is the softmax.

Add b, and put the sum through your softmax.
"""

import tensorflow as tf


def model(X, W, b):
    flat = tf.reshape(X, (-1, W.shape[0]))
    return tf.matmul(flat, W)
