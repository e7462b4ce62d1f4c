"""The length of a row is a fixed number in your reshape, and these images have another size.

Take it from what you are given: W has one row for each number of an image (`W.shape[0]`), or
multiply the height, the width and the 3 colours in the shape of X.
"""

import tensorflow as tf


def model(X, W, b):
    flat = tf.reshape(X, (X.shape[0], 32 * 32 * 3))
    return softmax(tf.matmul(flat, W) + b)
