"""float64 logits raise an error: one operation gets them together with a tensor that is always
float32.

It is one that your function makes (`tf.zeros`, `tf.constant`, a cast). Make it with
`dtype=logits.dtype`, or like the logits.
"""

import tensorflow as tf


def softmax(logits):
    total = tf.zeros((logits.shape[0], 1), tf.float32)
    e = tf.exp(logits - tf.reduce_max(logits, axis=1, keepdims=True))
    for j in range(logits.shape[1]):
        total += e[:, j : j + 1]
    return e / total
