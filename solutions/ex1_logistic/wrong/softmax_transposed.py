"""Your result has shape (C, N): the transpose makes the division by the row sums work, but it is
never undone. Transpose back at the end, or keep the axis of the sum so that none is needed.
"""

import tensorflow as tf


def softmax(logits):
    e = tf.transpose(tf.exp(logits - tf.reduce_max(logits, axis=1, keepdims=True)))
    return e / tf.reduce_sum(e, axis=0)
