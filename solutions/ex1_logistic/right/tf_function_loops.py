"""@tf.function with for, while and if over tensors, and TensorArrays."""

import tensorflow as tf


@tf.function
def softmax(logits):
    n = tf.shape(logits)[0]
    rows = tf.TensorArray(logits.dtype, size=n)
    for i in tf.range(n):
        e = tf.exp(logits[i] - tf.reduce_max(logits[i]))
        rows = rows.write(i, e / tf.reduce_sum(e))
    return tf.reshape(rows.stack(), tf.shape(logits))


@tf.function
def cross_entropy(scaled_logits, one_hot):
    n = tf.shape(one_hot)[0]
    losses = tf.TensorArray(scaled_logits.dtype, size=n)
    i = 0
    while i < n:
        c = 0
        while one_hot[i, c] < 0.5:
            c += 1
        losses = losses.write(i, -tf.math.log(scaled_logits[i, c]))
        i += 1
    return losses.stack()


@tf.function
def model(X, W, b):
    if tf.rank(X) == 3:
        X = tf.expand_dims(X, 0)
    return softmax(tf.matmul(tf.reshape(X, [-1, tf.shape(W)[0]]), W) + b)


@tf.function
def accuracy(y_hat, Y):
    hits = 0
    for i in tf.range(tf.shape(y_hat)[0]):
        if tf.argmax(y_hat[i]) == tf.cast(Y[i], tf.int64):
            hits += 1
    return hits / tf.shape(y_hat)[0]
