"""exp(log_softmax), boolean_mask, einsum and count_nonzero / N."""

import tensorflow as tf


def softmax(logits):
    return tf.exp(tf.nn.log_softmax(logits))


def cross_entropy(scaled_logits, one_hot):
    return -tf.math.log(tf.boolean_mask(scaled_logits, tf.cast(one_hot, tf.bool)))


def model(X, W, b):
    X = tf.reshape(X, (-1, *X.shape[-3:]))
    kernel = tf.reshape(W, (*X.shape[1:], -1))
    return softmax(tf.einsum("nhwk,hwkc->nc", X, kernel) + b)


def accuracy(y_hat, Y):
    hits = tf.argmax(y_hat, 1) == tf.cast(Y, tf.int64)
    return tf.math.count_nonzero(hits) / len(Y)
