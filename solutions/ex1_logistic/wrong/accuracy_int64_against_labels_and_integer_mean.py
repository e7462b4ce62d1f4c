"""First: `tf.argmax` gives int64, and TensorFlow does not compare int64 with labels of int32 or
uint8: it raises an error. Cast one of the two to the dtype of the other.

And then: your accuracy is 1 when every row is right, and 0 otherwise: either the mean is one of
integers, or `//`, `int` or `all` cuts it off. Cast the matches to a float and take their mean.
"""

import tensorflow as tf


def accuracy(y_hat, Y):
    predictions = tf.argmax(y_hat, axis=1)
    labels = Y
    return tf.reduce_mean(tf.cast(predictions == labels, tf.int32))
