"""math.e ** x, a safe logarithm with two tf.where, a tf.while_loop for the accuracy."""

import math

import tensorflow as tf

E = math.e


def softmax(logits):
    powers = E ** (logits - tf.reduce_max(logits, axis=[1], keepdims=True))
    return powers * tf.math.reciprocal(tf.reduce_sum(powers, axis=[1], keepdims=True))


def cross_entropy(scaled_logits, one_hot):
    is_true_class = tf.not_equal(one_hot, 0)
    safe = tf.where(is_true_class, scaled_logits, tf.ones_like(scaled_logits))
    return tf.reduce_sum(tf.where(is_true_class, -tf.math.log(safe), 0.0), axis=1)


def model(X, W, b):
    classes = b.shape[0]
    flat = tf.reshape(X, (-1, tf.size(W) // classes))
    return softmax(tf.linalg.matmul(flat, W) + tf.broadcast_to(b, (tf.shape(flat)[0], classes)))


def accuracy(y_hat, Y):
    n = tf.shape(Y)[0]
    labels = tf.cast(Y, tf.int64)

    def body(i, hits):
        return i + 1, hits + tf.cast(tf.argmax(y_hat[i]) == labels[i], tf.float32)

    _, hits = tf.while_loop(lambda i, hits: i < n, body, (0, 0.0))
    return hits / tf.cast(n, tf.float32)
