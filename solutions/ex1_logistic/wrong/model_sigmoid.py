"""These are the values of a sigmoid: each class is squashed on its own, and the rows do not add up
to 1.

Put the logits through your softmax.
"""

import tensorflow as tf


def model(X, W, b):
    flat = tf.reshape(X, (-1, W.shape[0]))
    return tf.sigmoid(flat @ W + b)
