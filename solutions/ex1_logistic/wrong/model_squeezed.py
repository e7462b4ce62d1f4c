"""Your result loses every axis of length 1, so one image (or one class) comes back as a vector.

The shape is always (N, C), and (1, C) for one image.
"""

import tensorflow as tf


def model(X, W, b):
    flat = tf.reshape(X, (-1, W.shape[0]))
    return tf.squeeze(softmax(tf.matmul(flat, W) + b))
