"""You sum the logarithms of all classes, so the label makes no difference.

Only the true class counts: multiply by the one-hot label, or pick by it.
"""

import tensorflow as tf


def cross_entropy(scaled_logits, one_hot):
    return -tf.reduce_sum(tf.math.log(scaled_logits), axis=1)
