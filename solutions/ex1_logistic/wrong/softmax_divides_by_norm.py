"""You divide each row by its Euclidean length, so the *squares* add up to 1.

The probabilities themselves should add up to 1: divide each row by the sum of its exponentials.
"""

import tensorflow as tf


def softmax(logits):
    e = tf.exp(logits - tf.reduce_max(logits, axis=1, keepdims=True))
    return e / tf.norm(e, axis=1, keepdims=True)
