"""Two things: the argmax goes down the columns, which finds the best sample for each class; and
you return a count.

Take the argmax along the classes (`axis=1`), and divide by the number of rows.
"""

import tensorflow as tf


def accuracy(y_hat, Y):
    predictions = tf.argmax(y_hat, axis=0)
    labels = tf.cast(Y, tf.int64)
    return tf.reduce_sum(tf.cast(predictions == labels, tf.float32))
