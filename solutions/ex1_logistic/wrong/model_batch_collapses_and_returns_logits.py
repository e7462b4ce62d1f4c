"""`tf.reshape(X, (1, -1))` puts all images of the batch into one long row, so a batch of two does
not fit W any more. Each image is a row of its own: fix the length of a row, and let -1 stand for
the number of images.

And then: you return the logits X W + b. Put them through your softmax.
"""

import tensorflow as tf


def model(X, W, b):
    flat = tf.reshape(X, (1, -1))
    return tf.matmul(flat, W) + b
