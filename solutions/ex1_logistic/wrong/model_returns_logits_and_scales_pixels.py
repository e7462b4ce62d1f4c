"""Two things: the pixels are divided by 255 inside the model (they are used as they are given),
and you return logits: the rows do not add up to 1.

Put them through your softmax.
"""

import tensorflow as tf


def model(X, W, b):
    flat = tf.reshape(X / 255, (-1, W.shape[0]))
    return tf.matmul(flat, W) + b
