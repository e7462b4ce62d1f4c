"""What you subtract from a row is not its largest logit, so one logit far above it still overflows
`exp`. The mean of the row is such a number.

Subtract something that no logit of the row can exceed.
"""

import tensorflow as tf


def softmax(logits):
    centred = logits - tf.reduce_mean(logits, axis=1, keepdims=True)
    exp = tf.exp(centred)
    return exp / tf.reduce_sum(exp, axis=1, keepdims=True)
