"""Global tables, filled in a for loop, by a method call and +=, in a with and a try block."""

import threading

import tensorflow as tf

LOCK = threading.Lock()
ONE_HOT = {}
STEPS = []
SETTINGS = {"axis": 0}
SETTINGS["axis"] += 1
SETTINGS.update(keepdims=True)
LARGEST = 8

with LOCK:
    for classes in range(1, LARGEST):
        ONE_HOT[classes] = tf.eye(classes)

try:
    log = tf.log
except AttributeError:
    log = tf.math.log


def shift(x):
    return x - tf.reduce_max(x, **SETTINGS)


for step in (shift, tf.exp):
    STEPS.append(step)
STEPS += [lambda e: e / tf.reduce_sum(e, **SETTINGS)]


def softmax(logits):
    for function in STEPS:
        logits = function(logits)
    return logits


def cross_entropy(scaled_logits, one_hot):
    return -log(tf.reduce_sum(scaled_logits * one_hot, SETTINGS["axis"]))


def model(X, W, b):
    return softmax(tf.reshape(X, (-1, W.shape[0])) @ W + b)


def accuracy(y_hat, Y):
    classes = y_hat.shape[1]
    if classes not in ONE_HOT:
        ONE_HOT[classes] = tf.eye(classes)
    predicted = tf.gather(ONE_HOT[classes], tf.argmax(y_hat, SETTINGS["axis"]))
    hits = tf.reduce_sum(predicted * tf.one_hot(Y, classes), SETTINGS["axis"])
    return tf.reduce_mean(hits)
