"""You multiply W by the images. In X W the images come first: a row of D pixels times the (D, C)
weights gives C logits.

`tf.matmul(flat, W)` or `flat @ W`; the order matters for matrices.
"""

import tensorflow as tf


def model(X, W, b):
    flat = tf.reshape(X, (-1, W.shape[0]))
    return softmax(tf.matmul(W, flat) + b)
