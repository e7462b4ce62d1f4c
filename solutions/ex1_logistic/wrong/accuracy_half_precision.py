"""Your result has the precision of float16, three digits.

Cast the matches to float32 before you take the mean.
"""

import tensorflow as tf


def accuracy(y_hat, Y):
    correct = tf.equal(tf.argmax(y_hat, axis=1), tf.cast(Y, tf.int64))
    return tf.reduce_mean(tf.cast(correct, tf.float16))
