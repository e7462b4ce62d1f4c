"""You sum p * log(p), the entropy of the prediction alone: the labels are not used.

One of the two factors should be the one-hot label.
"""

import tensorflow as tf


def cross_entropy(scaled_logits, one_hot):
    p = tf.maximum(scaled_logits, 1e-7)
    return -tf.reduce_sum(p * tf.math.log(p), axis=1)
