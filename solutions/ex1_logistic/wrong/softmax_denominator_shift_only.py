"""Only the sum is of shifted exponentials; the numerator is still `exp` of the plain logits.

The shift cancels only when it stands above and below the fraction line.
"""

import tensorflow as tf


def softmax(logits):
    m = tf.reduce_max(logits, axis=1, keepdims=True)
    return tf.exp(logits) / tf.reduce_sum(tf.exp(logits - m), axis=1, keepdims=True)
