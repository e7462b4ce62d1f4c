"""Two things: the scores lose their fractions before the argmax, and you return a count.

Probabilities all become 0 as integers: take the argmax of the scores as they are. Then divide the
number of right rows by the number of rows.
"""

import tensorflow as tf


def accuracy(y_hat, Y):
    predictions = tf.argmax(tf.cast(y_hat, tf.int32), axis=1)
    labels = tf.cast(Y, tf.int64)
    return tf.reduce_sum(tf.cast(predictions == labels, tf.float32))
