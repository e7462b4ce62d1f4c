"""exp(x - logsumexp), multiply_no_nan, tensordot and np.mean."""

import numpy as np
import tensorflow as tf


def softmax(logits):
    return tf.exp(logits - tf.reduce_logsumexp(logits, axis=-1, keepdims=True))


def cross_entropy(scaled_logits, one_hot):
    return -tf.reduce_sum(tf.math.multiply_no_nan(tf.math.log(scaled_logits), one_hot), axis=-1)


def model(X, W, b):
    flat = tf.reshape(X, [-1, tf.shape(W)[0]])
    return softmax(tf.tensordot(flat, W, axes=1) + b)


def accuracy(y_hat, Y):
    return np.mean(np.argmax(y_hat, axis=1) == Y)
