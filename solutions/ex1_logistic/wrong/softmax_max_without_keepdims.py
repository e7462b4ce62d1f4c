"""The maximum of each row has shape (N,), so subtracting it lines it up with the classes, not with
the samples.

That fails when N and C differ, and is silently wrong when they are equal. Keep the axis of the
maximum with length 1 (`keepdims=True`), as you do for the sum.
"""

import tensorflow as tf


def softmax(logits):
    x = logits - tf.reduce_max(logits, axis=1)
    e = tf.exp(x)
    return e / tf.reduce_sum(e, axis=1, keepdims=True)
