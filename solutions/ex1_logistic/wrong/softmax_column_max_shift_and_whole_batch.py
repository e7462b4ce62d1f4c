"""The maximum is that of each column, and the sum is over the whole batch.

Both should be one number for each row, of shape (N, 1): `axis=1, keepdims=True`.
"""

import tensorflow as tf


def softmax(logits):
    e = tf.exp(logits - tf.reduce_max(logits, axis=0))
    return e / tf.reduce_sum(e)
