"""These are the values of a softmax that sums over the whole batch: all N·C numbers together add
up to 1.

Each row is a sample of its own and should add up to 1 by itself, so tell `tf.reduce_sum` which
axis to sum over, and keep that axis.
"""

import tensorflow as tf


def softmax(logits):
    exp = tf.exp(logits)
    return exp / tf.reduce_sum(exp)
