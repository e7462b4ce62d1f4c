"""Neither the maximum nor the sum keeps its axis. Both have shape (N,), which broadcasting lines
up with the classes, not with the samples.

Print the shapes of the two for 2 rows of 3 logits, and keep the reduced axis with length 1
(`keepdims=True`).
"""

import tensorflow as tf


def softmax(logits):
    exps = tf.exp(logits - tf.reduce_max(logits, axis=1))
    return exps / tf.reduce_sum(exps, axis=1)
