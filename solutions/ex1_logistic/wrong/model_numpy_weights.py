"""The values and the gradient of b are right, but W gets none (`tape.gradient` returns None):
TensorFlow cannot follow your computation from W to the result.

Either a function of NumPy (`np.dot`) turns W into an array, or a new `tf.Variable` is made of its
values, or `tf.stop_gradient` cuts it off. Use `tf.matmul` or `@` on W itself.
"""

import numpy as np
import tensorflow as tf


def model(X, W, b):
    flat = tf.reshape(X, (-1, W.shape[0]))
    return softmax(np.dot(flat, W) + b)
