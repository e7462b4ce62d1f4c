"""The bias has the wrong sign. How does it come into the logits?

It is added: softmax of X W + b, not of X W − b.
"""

import tensorflow as tf


def model(X, W, b):
    flat = tf.reshape(X, (-1, W.shape[0]))
    return softmax(tf.matmul(flat, W) - b)
