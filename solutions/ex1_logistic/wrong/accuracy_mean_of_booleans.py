"""The matches are True and False, and TensorFlow takes no mean of those: that is what this long
error says.

Cast them first: `tf.cast(..., tf.float32)` makes 1 and 0 of them.
"""

import tensorflow as tf


def accuracy(y_hat, Y):
    return tf.reduce_mean(tf.argmax(y_hat, axis=1) == tf.cast(Y, tf.int64))
