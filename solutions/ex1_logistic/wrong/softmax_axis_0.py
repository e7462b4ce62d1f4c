"""These are the values of a softmax down the columns: for each class, the samples add up to 1. Try
it on one row: every value is 1.

The classes of one sample lie along the other axis: axis 1.
"""

import tensorflow as tf


def softmax(logits):
    e = tf.exp(logits - tf.reduce_max(logits, axis=0))
    return e / tf.reduce_sum(e, axis=0)
