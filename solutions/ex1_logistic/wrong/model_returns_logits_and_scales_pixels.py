"""Two things: the pixels are divided by 255 inside the model, and you return logits: the rows do
not add up to 1.

The pixels are used as they are given; scaling is done by whoever calls the model. Put X W + b
through your softmax.
"""

import tensorflow as tf


def model(X, W, b):
    flat = tf.reshape(X / 255, (-1, W.shape[0]))
    return tf.matmul(flat, W) + b
