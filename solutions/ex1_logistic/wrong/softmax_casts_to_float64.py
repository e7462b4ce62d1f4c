"""The values are right, but float32 logits come back as float64.

You may compute in float64, but cast the result back to the dtype of the logits.
"""

import tensorflow as tf


def softmax(logits):
    x = tf.cast(logits, tf.float64)
    e = tf.exp(x - tf.reduce_max(x, axis=1, keepdims=True))
    return e / tf.reduce_sum(e, axis=1, keepdims=True)
