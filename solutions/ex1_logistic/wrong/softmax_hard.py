"""You return 1 for the largest logit and 0 for all others: a choice, and not probabilities.

Softmax gives every class a share, by its exponential.
"""

import tensorflow as tf


def softmax(logits):
    return tf.one_hot(tf.argmax(logits, axis=1), logits.shape[1], dtype=logits.dtype)
