import numpy as np
import tensorflow as tf


def softmax(logits):
    e = tf.exp(logits)
    return e / tf.reduce_sum(e)


def cross_entropy(scaled_logits, one_hot):
    losses = -tf.reduce_sum(one_hot * tf.math.log(scaled_logits + 1e-7), axis=1)
    return tf.reduce_mean(losses)


def model(X, W, b):
    flat = tf.reshape(X, (X.shape[0], -1))
    return tf.nn.softmax(flat @ W + b)


def accuracy(y_hat, Y):
    print("comparing", y_hat.shape, Y.shape)
    return np.mean(np.argmax(y_hat, axis=1) == Y)
