import numpy as np
import tensorflow as tf


def softmax(logits):
    return tf.nn.softmax(logits)


def cross_entropy(scaled_logits, one_hot):
    picked = tf.boolean_mask(scaled_logits, one_hot > 0)
    return -tf.math.log(picked)


def model(X, W, b):
    X = tf.reshape(X, (-1, W.shape[0]))
    return softmax(tf.matmul(X, W) + b)


def accuracy(y_hat, Y):
    best = tf.argmax(y_hat, axis=1)
    return tf.reduce_sum(tf.cast(best == tf.cast(Y, tf.int64), tf.float32))
