"""Saved by a Windows editor: a byte order mark, CRLF line ends, comments in Chinese."""

import tensorflow as tf

學生 = "王小明"


def softmax(logits):
    # 先減去每一列的最大值，避免溢位
    logits -= tf.reduce_max(logits, axis=1, keepdims=True)
    e = tf.exp(logits)
    e /= tf.reduce_sum(e, axis=1, keepdims=True)
    return e


def cross_entropy(scaled_logits, one_hot):
    # 只取正確類別的機率
    機率 = tf.reduce_sum(scaled_logits * one_hot, axis=1)
    return -tf.math.log(機率)


def model(X, W, b):
    return softmax(tf.reshape(X, (-1, W.shape[0])) @ W + b)


def accuracy(y_hat, Y):
    return tf.reduce_mean(tf.cast(tf.equal(tf.argmax(y_hat, 1), tf.cast(Y, tf.int64)), tf.float32))
