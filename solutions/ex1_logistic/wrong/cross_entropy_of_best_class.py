"""You take -log of the largest probability, whatever the label says: a confident wrong answer
costs nothing.

Take the probability at the *true* class.
"""

import tensorflow as tf


def cross_entropy(scaled_logits, one_hot):
    return -tf.math.log(tf.reduce_max(scaled_logits, axis=1))
