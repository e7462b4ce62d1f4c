"""You return the whole table of products, shape (N, C).

Each sample has one loss: sum over its classes, which leaves shape (N,).
"""

import tensorflow as tf


def cross_entropy(scaled_logits, one_hot):
    return -one_hot * tf.math.log(scaled_logits)
