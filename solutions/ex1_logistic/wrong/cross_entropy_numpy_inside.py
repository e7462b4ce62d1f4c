"""The values are right, but no gradient comes through: TensorFlow cannot see what NumPy computes,
so `tape.gradient` returns None. Use `tf.math.log` and `tf.reduce_sum`.
"""

import numpy as np
import tensorflow as tf


def cross_entropy(scaled_logits, one_hot):
    p = np.sum(scaled_logits.numpy() * one_hot.numpy(), axis=1)
    return tf.constant(-np.log(p))
