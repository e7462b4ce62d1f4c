"""tf.custom_gradient with the Jacobians worked out on paper."""

import tensorflow as tf


@tf.custom_gradient
def softmax(logits):
    e = tf.exp(logits - tf.reduce_max(logits, axis=1, keepdims=True))
    s = e / tf.reduce_sum(e, axis=1, keepdims=True)

    def grad(upstream):
        return s * (upstream - tf.reduce_sum(upstream * s, axis=1, keepdims=True))

    return s, grad


@tf.custom_gradient
def cross_entropy(scaled_logits, one_hot):
    p = tf.reduce_sum(scaled_logits * one_hot, axis=1)

    def grad(upstream):
        return -upstream[:, None] * one_hot / p[:, None], None

    return -tf.math.log(p), grad


def model(X, W, b):
    return softmax(tf.reshape(X, (-1, W.shape[0])) @ W + b)


def accuracy(y_hat, Y):
    wrong = tf.math.count_nonzero(tf.argmax(y_hat, axis=1) - tf.cast(Y, tf.int64))
    return 1 - wrong / tf.size(Y, out_type=tf.int64)
