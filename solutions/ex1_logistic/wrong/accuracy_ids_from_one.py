"""Predictions and labels are off by one, as if the class ids started at 1.

They start at 0, and so does argmax.
"""

import tensorflow as tf


def accuracy(y_hat, Y):
    correct = tf.equal(tf.argmax(y_hat, axis=1) + 1, tf.cast(Y, tf.int64))
    return tf.reduce_mean(tf.cast(correct, tf.float32))
