"""Two things: the maximum of each row has lost its axis, so it is lined up with the classes and
not with the samples; and the sum is over the whole batch.

Give both `axis=1, keepdims=True`: shape (N, 1), one number for each row.
"""

import tensorflow as tf


def softmax(logits):
    e = tf.exp(logits - tf.reduce_max(logits, axis=1))
    return e / tf.reduce_sum(e)
