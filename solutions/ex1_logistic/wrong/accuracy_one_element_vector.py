"""The number is right, but it is a vector with one element.

A scalar is asked, of shape (): reduce without keeping the axis.
"""

import tensorflow as tf


def accuracy(y_hat, Y):
    correct = tf.equal(tf.argmax(y_hat, axis=1), tf.cast(Y, tf.int64))
    return tf.reduce_mean(tf.cast(correct, tf.float32), axis=0, keepdims=True)
