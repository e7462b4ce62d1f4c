"""NumPy for the shift and for the accuracy; NaN replaced by 0 after y * log(p)."""

import numpy as np
import tensorflow as tf


def softmax(logits):
    shift = np.max(logits.numpy(), axis=1, keepdims=True)
    e = tf.exp(logits - shift)
    return e / tf.reduce_sum(e, axis=1, keepdims=True)


def cross_entropy(scaled_logits, one_hot):
    terms = one_hot * tf.math.log(scaled_logits)
    terms = tf.where(tf.math.is_nan(terms), tf.zeros_like(terms), terms)
    return -tf.reduce_sum(terms, axis=1)


def model(X, W, b):
    D = np.prod(X.shape[-3:])
    return softmax(tf.reshape(X, (-1, D)) @ W + b)


def accuracy(y_hat, Y):
    predictions = np.argmax(np.array(y_hat), axis=1)
    return np.float64((predictions == np.array(Y)).sum()) / predictions.size
