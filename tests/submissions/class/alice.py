import numpy as np
import tensorflow as tf


def softmax(logits):
    shifted = logits - tf.reduce_max(logits, axis=-1, keepdims=True)
    e = tf.exp(shifted)
    return e / tf.reduce_sum(e, axis=-1, keepdims=True)


def cross_entropy(scaled_logits, one_hot):
    picked = tf.boolean_mask(scaled_logits, one_hot > 0)
    return -tf.math.log(picked)


def model(X, W, b):
    X = tf.reshape(X, (-1, W.shape[0]))
    return softmax(tf.matmul(X, W) + b)


def accuracy(y_hat, Y):
    best = tf.argmax(y_hat, axis=1, output_type=tf.int32)
    return tf.reduce_mean(tf.cast(best == tf.cast(Y, tf.int32), tf.float32))
