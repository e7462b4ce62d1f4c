import numpy as np
import tensorflow as tf


def softmax(logits):
    return tf.nn.softmax(logits)


def cross_entropy(p, y):
    return -tf.reduce_sum(y * tf.math.log(p), axis=1)


def model(X, W, b):
    X = tf.reshape(X, (-1, W.shape[0]))
    return softmax(tf.matmul(X, W) + b)


def accuracy(y_hat, Y):
    best = tf.argmax(y_hat, axis=1, output_type=tf.int32)
    return tf.reduce_mean(tf.cast(best == tf.cast(Y, tf.int32), tf.float32))
