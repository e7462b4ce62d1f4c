"""The values are right, but float64 logits come back as float32.

The result should have the dtype of the logits; look for a place where float32 is fixed, in a cast
or by default.
"""

import tensorflow as tf


def softmax(logits):
    x = tf.cast(logits, tf.float32)
    e = tf.exp(x - tf.reduce_max(x, axis=1, keepdims=True))
    return e / tf.reduce_sum(e, axis=1, keepdims=True)
