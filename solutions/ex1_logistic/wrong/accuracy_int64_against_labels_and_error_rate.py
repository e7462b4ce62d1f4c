"""First: `tf.argmax` gives int64, and TensorFlow does not compare int64 with labels of int32 or
uint8: it raises an error. Cast one of the two to the dtype of the other.

And then: you return the fraction of rows that are *wrong*; accuracy is the fraction that is right.
"""

import tensorflow as tf


def accuracy(y_hat, Y):
    predictions = tf.argmax(y_hat, axis=1)
    labels = Y
    return tf.reduce_mean(tf.cast(predictions != labels, tf.float32))
