"""A tensor can't be changed: `t[i] = ...` does not work, as it would with a list or a NumPy array.

Collect the rows in a list and put them together at the end with `tf.stack(rows)`, or work on the
whole tensor at once.
"""

import tensorflow as tf


def softmax(logits):
    result = tf.zeros_like(logits)
    for i in range(len(logits)):
        e = tf.exp(logits[i])
        result[i] = e / tf.reduce_sum(e)
    return result
