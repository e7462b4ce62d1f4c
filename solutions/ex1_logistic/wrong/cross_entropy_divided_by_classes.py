"""Your losses are C times too small, as by a mean over the classes, which divides by their number.

Only one term of a row is not 0, so sum them.
"""

import tensorflow as tf


def cross_entropy(scaled_logits, one_hot):
    return -tf.reduce_mean(one_hot * tf.math.log(scaled_logits), axis=1)
