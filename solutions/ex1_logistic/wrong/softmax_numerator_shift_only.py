"""Only the numerator is shifted by the maximum; the sum below it is still of the unshifted
exponentials, so the rows do not add up to 1.

Compute the shifted exponentials once and use them in both places.
"""

import tensorflow as tf


def softmax(logits):
    m = tf.reduce_max(logits, axis=1, keepdims=True)
    return tf.exp(logits - m) / tf.reduce_sum(tf.exp(logits), axis=1, keepdims=True)
