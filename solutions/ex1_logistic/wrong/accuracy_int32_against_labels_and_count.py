"""First: your predictions are int32, and TensorFlow does not compare int32 with labels of int64 or
uint8: it raises an error. Cast the labels, too.

And then: you return how many rows are right; the fraction is asked, so divide by the number of
rows.
"""

import tensorflow as tf


def accuracy(y_hat, Y):
    predictions = tf.argmax(y_hat, axis=1, output_type=tf.int32)
    labels = Y
    return tf.reduce_sum(tf.cast(predictions == labels, tf.float32))
