"""These are the values of two softmaxes, one on the result of the other: everything is squeezed
towards 1/C.

Apply it once; look for a second softmax in a helper or in an activation.
"""

import tensorflow as tf


def model(X, W, b):
    flat = tf.reshape(X, (-1, W.shape[0]))
    y = tf.nn.softmax(tf.matmul(flat, W) + b)
    return softmax(y)
