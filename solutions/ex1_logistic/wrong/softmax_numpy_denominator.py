"""The values are right and the gradient is not: TensorFlow takes the sum below the fraction line
for a constant, and leaves out its share of the gradient.

Either NumPy computes the sum, or it is made anew from bare values, or `tf.stop_gradient` is around
it. Compute the sum with TensorFlow, too.
"""

import numpy as np
import tensorflow as tf


def softmax(logits):
    exp = tf.exp(logits - tf.reduce_max(logits, axis=1, keepdims=True))
    total = np.sum(exp.numpy(), axis=1, keepdims=True)
    return exp / total
