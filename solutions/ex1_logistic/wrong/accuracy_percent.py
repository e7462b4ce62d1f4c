"""You return per cent.

The fraction is asked, between 0 and 1.
"""

import tensorflow as tf


def accuracy(y_hat, Y):
    correct = tf.equal(tf.argmax(y_hat, axis=1), tf.cast(Y, tf.int64))
    return 100 * tf.reduce_mean(tf.cast(correct, tf.float32))
