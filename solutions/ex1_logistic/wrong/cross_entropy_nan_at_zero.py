"""When a wrong class has a probability of exactly 0, log(0) is minus infinity, and 0 times that is
NaN.

Pick the probability of the true class first, and take the logarithm last; or skip the classes
whose one-hot value is 0.
"""

import tensorflow as tf


def cross_entropy(scaled_logits, one_hot):
    return -tf.reduce_sum(one_hot * tf.math.log(scaled_logits), axis=1)
