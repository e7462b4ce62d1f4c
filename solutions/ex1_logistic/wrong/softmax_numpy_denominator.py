"""The values are right and the gradient is not: the sum is computed by NumPy, so TensorFlow takes
it for a constant and leaves out its share of the gradient. Compute the sum with TensorFlow, too.
"""

import numpy as np
import tensorflow as tf


def softmax(logits):
    exp = tf.exp(logits - tf.reduce_max(logits, axis=1, keepdims=True))
    total = np.sum(exp.numpy(), axis=1, keepdims=True)
    return exp / total
