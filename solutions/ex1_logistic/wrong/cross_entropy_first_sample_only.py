"""You return the loss of the first sample and leave out the others. A `return` inside the loop
ends it early; collect the losses and return them together, shape (N,).
"""

import tensorflow as tf


def cross_entropy(scaled_logits, one_hot):
    for p, y in zip(scaled_logits, one_hot):
        return -tf.math.log(tf.reduce_sum(p * y))
