"""First: `tf.argmax` gives int64, and TensorFlow does not compare int64 with labels of int32 or
uint8: it raises an error. Cast one of the two to the dtype of the other.

And then: you return how many rows are right; the fraction is asked, so divide by the number of
rows.
"""

import tensorflow as tf


def accuracy(y_hat, Y):
    predictions = tf.argmax(y_hat, axis=1)
    labels = Y
    return tf.reduce_sum(tf.cast(predictions == labels, tf.float32))
