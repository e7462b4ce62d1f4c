"""`tf.argmax` gives int64, and TensorFlow does not compare int64 with labels of int32 or uint8: it
raises an error.

Cast one of the two to the dtype of the other.
"""

import tensorflow as tf


def accuracy(y_hat, Y):
    correct = tf.equal(tf.argmax(y_hat, axis=1), Y)
    return tf.reduce_mean(tf.cast(correct, tf.float32))
