"""Two things: the argmax goes down the columns, which finds the best sample for each class (take
it along the classes, `axis=1`); and it gives int64, which TensorFlow does not compare with labels
of int32 or uint8.

Cast the labels.
"""

import tensorflow as tf


def accuracy(y_hat, Y):
    predictions = tf.argmax(y_hat)
    labels = Y
    return tf.reduce_mean(tf.cast(predictions == labels, tf.float32))
