"""The values are right, but the logits that you were given have changed afterwards: the NumPy
array shares the tensor's memory, and `-=` writes into it. The caller may still need the logits;
compute into a new variable.
"""

import tensorflow as tf


def softmax(logits):
    x = logits.__array__()
    x -= x.max(axis=1, keepdims=True)
    e = tf.exp(logits)
    return e / tf.reduce_sum(e, axis=1, keepdims=True)
