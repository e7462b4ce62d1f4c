"""A row counts as right when its largest *score* is the same number as its class id: a probability
is compared with a label.

Compare *where* the largest score stands: `argmax`, not `max`.
"""

import tensorflow as tf


def accuracy(y_hat, Y):
    best = tf.reduce_max(y_hat, axis=1)
    return tf.reduce_mean(tf.cast(best == tf.cast(Y, tf.float32), tf.float32))
