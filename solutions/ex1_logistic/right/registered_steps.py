"""A decorator registers the steps of softmax in a list; nobody calls them by name."""

import tensorflow as tf

STEPS = []


def step(function):
    STEPS.append(function)
    return function


@step
def shift(x):
    return x - tf.reduce_max(x, axis=1, keepdims=True)


@step
def exponentials(x):
    return tf.exp(x)


@step
def normalise(e):
    return e / tf.reduce_sum(e, axis=1, keepdims=True)


def softmax(logits):
    for function in STEPS:
        logits = function(logits)
    return logits


def cross_entropy(scaled_logits, one_hot):
    picked = tf.ragged.boolean_mask(scaled_logits, one_hot == 1).to_tensor()
    return -tf.math.log(picked[:, 0])


def model(X, W, b):
    return softmax(tf.matmul(tf.reshape(X, (-1, W.shape[0])), W) + b)


def accuracy(y_hat, Y):
    order = tf.argsort(y_hat, axis=1, direction="DESCENDING")
    return tf.reduce_mean(tf.cast(order[:, 0] == tf.cast(Y, tf.int32), tf.float32))
