"""A batch works, but a single image does not: the first axis of its shape is the height, not the
number of images.

The result for one image has shape (1, C); look at how many axes X has, or let -1 work out the
number of images.
"""

import tensorflow as tf


def model(X, W, b):
    flat = tf.reshape(X, (X.shape[0], -1))
    return softmax(tf.matmul(flat, W) + b)
