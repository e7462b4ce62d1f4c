import numpy as np
import tensorflow as tf


def softmax(z):
    e = tf.exp(z)
    return e / tf.reduce_sum(e, axis=1, keepdims=True)


def cross_entropy(p, y):
    return -tf.reduce_sum(y * tf.math.log(p), axis=1)


def model(X, W, b):
    X = tf.reshape(X, (-1, W.shape[0]))
    return softmax(tf.matmul(X, W) + b)


def accuracy(y_hat, Y):
    return np.mean(np.argmax(y_hat, axis=1) == Y.numpy())
