"""These are the values of a softmax that sums over the whole batch: all N·C numbers together add
up to 1. Each row is a sample of its own and should add up to 1 by itself.

Tell the sum which axis to go along, and keep that axis: `tf.reduce_sum(..., axis=1,
keepdims=True)`.
"""

import tensorflow as tf


def softmax(logits):
    exp = tf.exp(logits)
    return exp / tf.reduce_sum(exp)
