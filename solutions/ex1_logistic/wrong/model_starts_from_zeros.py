"""Every class gets 1/C, whatever the image is: all logits of a row are equal.

Either your function sets W and b to zeros before it uses them, or what it computes of them is lost
on the way. The parameters are arguments; they are made (and trained) elsewhere.
"""

import tensorflow as tf


def model(X, W, b):
    W = tf.zeros(W.shape)
    b = tf.zeros(b.shape)
    flat = tf.reshape(X, (-1, W.shape[0]))
    return softmax(tf.matmul(flat, W) + b)
