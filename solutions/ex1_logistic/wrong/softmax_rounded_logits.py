"""These are the probabilities of *rounded* logits, with two decimals. Logits have all the digits
that float32 has.

Rounding has no gradient either. Use the logits as they are, and round only what you print.
"""

import tensorflow as tf


def softmax(logits):
    return tf.nn.softmax(tf.round(logits * 100) / 100)
