"""You clip the logits against overflow. That is finite, but all logits beyond the bound become
equal: [1000, 100] should give [1, 0], not [0.5, 0.5]. Subtract from the logits, rather than cut
them off.
"""

import tensorflow as tf


def softmax(logits):
    logits = tf.clip_by_value(logits, -80.0, 80.0)
    exp = tf.exp(logits)
    return exp / tf.reduce_sum(exp, axis=1, keepdims=True)
