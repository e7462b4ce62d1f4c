"""These are the values for images whose negative pixels are set to 0.

The images are used as they are; there is no activation but the softmax, at the end.
"""

import tensorflow as tf


def model(X, W, b):
    flat = tf.reshape(tf.nn.relu(X), (-1, W.shape[0]))
    return softmax(flat @ W + b)
