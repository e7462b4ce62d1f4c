"""You shift each row by its own maximum, but then divide by the sum over the whole batch.

The sum needs the same axis as the maximum, so that each row adds up to 1.
"""

import tensorflow as tf


def softmax(logits):
    x = logits - tf.reduce_max(logits, axis=1, keepdims=True)
    e = tf.exp(x)
    return e / tf.reduce_sum(e)
