"""A tensor can't be changed: `t[i] = ...` does not work, as it would with a list or a NumPy array.

Collect the rows in a list and put them together at the end with `tf.stack(rows)`, or work on the
whole tensor at once.
"""

import tensorflow as tf


def cross_entropy(scaled_logits, one_hot):
    losses = tf.zeros(len(scaled_logits))
    for i in range(len(scaled_logits)):
        losses[i] = -tf.math.log(tf.reduce_sum(scaled_logits[i] * one_hot[i]))
    return losses
