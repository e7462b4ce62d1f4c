"""You also add log(1 - p) of every wrong class: that is binary cross entropy, C yes-or-no
questions.

With one true class among C, only the probability of the true class counts.
"""

import tensorflow as tf


def cross_entropy(scaled_logits, one_hot):
    p = scaled_logits
    terms = one_hot * tf.math.log(p) + (1 - one_hot) * tf.math.log(1 - p)
    return -tf.reduce_sum(terms, axis=1)
