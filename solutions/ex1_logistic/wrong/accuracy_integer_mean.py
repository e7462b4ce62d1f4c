"""Your accuracy is 1 when every row is right, and 0 otherwise.

Either the mean is one of integers, which TensorFlow (or `//`, or `int`) cuts off to an integer, or
`all` asks whether all rows are right. Cast the matches to a float and take their mean.
"""

import tensorflow as tf


def accuracy(y_hat, Y):
    correct = tf.equal(tf.argmax(y_hat, axis=1), tf.cast(Y, tf.int64))
    return tf.reduce_mean(tf.cast(correct, tf.int32))
