"""The order is upside down: your largest probability belongs to the smallest logit.

Look at the sign in the exponent; the maximum is subtracted from the logit, not the other way
round.
"""

import tensorflow as tf


def softmax(logits):
    e = tf.exp(tf.reduce_max(logits, axis=1, keepdims=True) - logits)
    return e / tf.reduce_sum(e, axis=1, keepdims=True)
