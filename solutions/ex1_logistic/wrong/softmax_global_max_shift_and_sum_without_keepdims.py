"""The sum of each row has shape (N,), and broadcasting lines it up with the classes, not with the
samples.

That fails when N and C differ, and is silently wrong when they are equal. Keep the summed axis
with length 1: `tf.reduce_sum(..., axis=1, keepdims=True)` has shape (N, 1).
"""

import tensorflow as tf


def softmax(logits):
    exp = tf.exp(logits - tf.reduce_max(logits))
    return exp / tf.reduce_sum(exp, axis=1)
