"""Ids that differ by 256 count as equal in your function, as in uint8, which ends at 255.

Cast to int32 or int64.
"""

import tensorflow as tf


def accuracy(y_hat, Y):
    predictions = tf.cast(tf.argmax(y_hat, axis=1), tf.uint8)
    correct = tf.equal(predictions, tf.cast(Y, tf.uint8))
    return tf.reduce_mean(tf.cast(correct, tf.float32))
