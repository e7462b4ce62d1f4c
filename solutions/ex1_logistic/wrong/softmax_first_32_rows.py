"""The first 32 rows are right, and those after them are not: a number of rows is written into your
code.

Take the number of samples from the argument (`len(...)`, `.shape[0]`), or work on the whole tensor
at once.
"""

import tensorflow as tf


def softmax(logits):
    rows = [tf.nn.softmax(row) for row in logits[:32]]
    rest = tf.zeros_like(logits[32:])
    return tf.concat([tf.stack(rows), rest], axis=0)
