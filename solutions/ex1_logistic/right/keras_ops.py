"""Written with keras.ops only."""

import keras
from keras import ops


def softmax(logits):
    e = ops.exp(logits - ops.max(logits, axis=-1, keepdims=True))
    return e / ops.sum(e, axis=-1, keepdims=True)


def cross_entropy(scaled_logits, one_hot):
    return -ops.log(ops.sum(ops.where(one_hot > 0, scaled_logits, 0.0), axis=-1))


def model(X, W, b):
    return softmax(ops.matmul(ops.reshape(X, (-1, ops.shape(W)[0])), W) + b)


def accuracy(y_hat, Y):
    hits = ops.equal(ops.argmax(y_hat, axis=-1), ops.cast(Y, "int32"))
    return ops.mean(ops.cast(hits, keras.config.floatx()))
