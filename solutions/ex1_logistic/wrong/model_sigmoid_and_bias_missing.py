"""Two things: these are the values of a sigmoid, each class by itself, and the bias is not in
them.

Add b, and put the logits through your softmax.
"""

import tensorflow as tf


def model(X, W, b):
    flat = tf.reshape(X, (-1, W.shape[0]))
    return tf.sigmoid(flat @ W)
