"""You return the loss of the first sample and leave out the others.

Either a `return` inside of the loop ends it early, or you take the first row only. Collect the
losses and return them together, shape (N,).
"""

import tensorflow as tf


def cross_entropy(scaled_logits, one_hot):
    for p, y in zip(scaled_logits, one_hot):
        return -tf.math.log(tf.reduce_sum(p * y))
