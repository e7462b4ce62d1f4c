"""Each row is right, but you return a Python list of them. One tensor of shape (N, C) is asked.

`tf.stack(rows)` makes one of the list.
"""

import tensorflow as tf


def softmax(logits):
    return [tf.nn.softmax(row) for row in logits]
