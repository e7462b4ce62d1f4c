"""Your result has shape (C, N): it is transposed.

If you transposed to make the division by the row sums work, transpose back at the end; or keep the
axis of the sum (`keepdims=True`), so that no transpose is needed.
"""

import tensorflow as tf


def softmax(logits):
    e = tf.transpose(tf.exp(logits - tf.reduce_max(logits, axis=1, keepdims=True)))
    return e / tf.reduce_sum(e, axis=0)
