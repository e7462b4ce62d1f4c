"""You clip the probabilities at both ends, to [0.01, 0.99].

A sample that is almost surely right should cost almost nothing, and a very wrong one more than
4.6. Clip at 1e-7, at the lower end only, or not at all.
"""

import tensorflow as tf


def cross_entropy(scaled_logits, one_hot):
    p = tf.clip_by_value(scaled_logits, 0.01, 0.99)
    return -tf.reduce_sum(one_hot * tf.math.log(p), axis=1)
