"""You return the fraction of rows that are *wrong*.

Accuracy is the fraction that is right.
"""

import tensorflow as tf


def accuracy(y_hat, Y):
    wrong = tf.not_equal(tf.argmax(y_hat, axis=1), tf.cast(Y, tf.int64))
    return tf.reduce_mean(tf.cast(wrong, tf.float32))
