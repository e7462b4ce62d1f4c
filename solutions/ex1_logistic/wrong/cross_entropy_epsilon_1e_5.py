"""You add 1e-5 to the probabilities, which is too much beside a small one: for 1e-6 the loss
should be 13.8, and yours is 11.4. Use 1e-7 or less, or a form that needs no epsilon.
"""

import tensorflow as tf


def cross_entropy(scaled_logits, one_hot):
    return -tf.reduce_sum(one_hot * tf.math.log(scaled_logits + 1e-5), axis=1)
