"""Your predictions are int32, and TensorFlow does not compare int32 with labels of int64 or uint8:
it raises an error.

Cast the labels, too.
"""

import tensorflow as tf


def accuracy(y_hat, Y):
    predictions = tf.cast(tf.argmax(y_hat, axis=1), tf.int32)
    return tf.reduce_mean(tf.cast(predictions == Y, tf.float32))
