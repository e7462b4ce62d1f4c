"""The exponents of a row with a large spread are far above 0, as they are when its minimum is
subtracted, and overflow to inf.

Which number of the row makes all exponents at most 0?
"""

import tensorflow as tf


def softmax(logits):
    exp = tf.exp(logits - tf.reduce_min(logits, axis=1, keepdims=True))
    return exp / tf.reduce_sum(exp, axis=1, keepdims=True)
