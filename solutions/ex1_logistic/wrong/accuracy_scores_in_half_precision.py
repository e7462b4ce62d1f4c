"""Where the two best scores of a row lie close together, your function does not always find the
larger one.

Either the scores are rounded, or they are cast to a coarser dtype (float16, or integers) before
the argmax, so that close ones become equal. Take the argmax of the scores as they are.
"""

import tensorflow as tf


def accuracy(y_hat, Y):
    predictions = tf.argmax(tf.cast(y_hat, tf.float16), axis=1)
    correct = tf.equal(predictions, tf.cast(Y, tf.int64))
    return tf.reduce_mean(tf.cast(correct, tf.float32))
