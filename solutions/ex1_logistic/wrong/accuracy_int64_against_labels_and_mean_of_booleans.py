"""First: `tf.argmax` gives int64, and TensorFlow does not compare int64 with labels of int32 or
uint8: it raises an error. Cast one of the two to the dtype of the other.

And then: the matches are True and False, and TensorFlow takes no mean of those. Cast them as well,
with `tf.cast(..., tf.float32)`.
"""

import tensorflow as tf


def accuracy(y_hat, Y):
    predictions = tf.argmax(y_hat, axis=1)
    labels = Y
    return tf.reduce_mean(predictions == labels)
