"""The values are right, but no gradient comes through: TensorFlow cannot see what NumPy computes,
so `tape.gradient` returns None and nothing could be trained. Use the functions of TensorFlow
(`tf.exp`, `tf.reduce_sum`) on the logits.
"""

import numpy as np
import tensorflow as tf


def softmax(logits):
    x = logits.numpy()
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return tf.constant(e / np.sum(e, axis=1, keepdims=True))
