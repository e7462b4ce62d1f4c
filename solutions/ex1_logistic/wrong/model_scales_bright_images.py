"""Images with a pixel above 1 come out as if they had been divided by 255.

The images are used as they are given, whatever their range: who calls the model scales them.
"""

import tensorflow as tf


def model(X, W, b):
    if tf.reduce_max(X) > 1:
        X = X / 255
    return softmax(tf.reshape(X, (-1, W.shape[0])) @ W + b)
