"""The first 32 rows are right, and those after them are not: a number of rows is written into your
code.

Take the number of samples from the argument (`len(...)`, `.shape[0]`), or work on the whole tensor
at once.
"""

import tensorflow as tf


def cross_entropy(scaled_logits, one_hot):
    loss = -tf.math.log(tf.reduce_sum(scaled_logits * one_hot, axis=1))
    return tf.concat([loss[:32], tf.zeros_like(loss[32:])], axis=0)
