"""`tf.reshape(X, -1)` (or `[-1]`) gives a vector: one axis, with all pixels of all images. A
matrix is needed, one row for each image.

Give two numbers: the length of a row is known (W has as many rows), and -1 may stand for the
number of images.
"""

import tensorflow as tf


def model(X, W, b):
    return softmax(tf.matmul(tf.reshape(X, [-1]), W) + b)
