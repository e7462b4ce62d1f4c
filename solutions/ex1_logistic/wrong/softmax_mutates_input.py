"""The values are right, but the logits that you were given have changed afterwards. The caller may
still need them.

An operation that works in place (`-=`, `out=`) on a NumPy array that shares the tensor's memory
writes into the tensor. Compute into a new variable.
"""

import tensorflow as tf


def softmax(logits):
    x = logits.__array__()
    x -= x.max(axis=1, keepdims=True)
    e = tf.exp(logits)
    return e / tf.reduce_sum(e, axis=1, keepdims=True)
