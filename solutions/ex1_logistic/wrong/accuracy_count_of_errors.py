"""You return how many rows are *wrong*.

The fraction of rows that are right is asked: count those, and divide by the number of rows.
"""

import tensorflow as tf


def accuracy(y_hat, Y):
    wrong = tf.not_equal(tf.argmax(y_hat, axis=1), tf.cast(Y, tf.int64))
    return tf.reduce_sum(tf.cast(wrong, tf.float32))
