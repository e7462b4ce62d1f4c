"""You subtract the mean of each row. That helps a little, but one logit far above the mean still
overflows `exp`. Subtract something that no logit of the row can exceed.
"""

import tensorflow as tf


def softmax(logits):
    centred = logits - tf.reduce_mean(logits, axis=1, keepdims=True)
    exp = tf.exp(centred)
    return exp / tf.reduce_sum(exp, axis=1, keepdims=True)
