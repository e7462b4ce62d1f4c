"""What runs at the top level fills tables, registers classes, sets attributes, deletes a name."""

import types

import tensorflow as tf

TABLE = {}
STEPS = {}
CONFIG = types.SimpleNamespace()
LOSSES = []


def add(n):
    TABLE[n] = tf.eye(n)


for n in range(1, 14):
    add(n)


def setup():
    STEPS["flatten"] = lambda X, W: tf.reshape(X, (-1, W.shape[0]))


setup()
setattr(CONFIG, "axis", 1)
[LOSSES.append(loss) for loss in (tf.math.log, tf.exp)]

sum = 0
for n in range(3):
    sum += n
del sum


class Step:
    kinds = {}

    def __init_subclass__(cls, name):
        Step.kinds[name] = cls


class Softmax(Step, name="softmax"):
    def __call__(self, x):
        e = LOSSES[1](x - tf.reduce_max(x, axis=CONFIG.axis, keepdims=True))
        return e / tf.reduce_sum(e, axis=CONFIG.axis, keepdims=True)


def softmax(logits):
    return Step.kinds["softmax"]()(logits)


def cross_entropy(scaled_logits, one_hot):
    p = tf.reduce_sum(scaled_logits * one_hot, axis=CONFIG.axis)
    return -LOSSES[0](p)


def model(X, W, b):
    return softmax(STEPS["flatten"](X, W) @ W + b)


def accuracy(y_hat, Y):
    table = TABLE.get(y_hat.shape[1])
    labels = [int(label) for label in Y]
    predictions = [int(i) for i in tf.argmax(y_hat, axis=CONFIG.axis)]
    assert table is None or table.shape[0] == y_hat.shape[1]
    return sum(p == label for p, label in zip(predictions, labels)) / len(labels)
