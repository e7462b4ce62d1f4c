"""You divide the pixels by 255 inside the model.

The images are used as they are given; scaling is done by whoever calls the model.
"""

import tensorflow as tf


def model(X, W, b):
    flat = tf.reshape(X / 255, (-1, W.shape[0]))
    return softmax(tf.matmul(flat, W) + b)
