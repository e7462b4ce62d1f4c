"""Your function uses parameters that were made for images of 32 x 32 and 43 classes, and not the W
and b that it is given.

Use the arguments only.
"""

import tensorflow as tf

weights = tf.zeros((32 * 32 * 3, 43))
bias = tf.zeros((43,))


def model(X, W, b):
    flat = tf.reshape(X, (-1, W.shape[0]))
    return softmax(tf.matmul(flat, weights) + bias)
