"""Two things: the scores lose their fractions before the argmax, so that probabilities all become
0 (take the argmax of the scores as they are); and you return a count, where the fraction of the
rows is asked.
"""

import tensorflow as tf


def accuracy(y_hat, Y):
    predictions = tf.argmax(tf.cast(y_hat, tf.int32), axis=1)
    labels = tf.cast(Y, tf.int64)
    return tf.reduce_sum(tf.cast(predictions == labels, tf.float32))
