"""Reads the gradebook by TensorFlow's own file system, past everything of Python's: the kernel
denies it.

category: peeking
exercise: ex1
expect: softmax_shape error/crashed, softmax_values skipped, softmax_dtype skipped, softmax_stability skipped, softmax_gradient skipped, softmax_purity skipped, cross_entropy_shape passed, cross_entropy_values passed, cross_entropy_zero passed, cross_entropy_gradient passed, model_shape passed, model_values passed, model_image passed, model_gradient passed, accuracy_values passed, accuracy_labels passed
score: 6.5
open: succeeds
gain: nothing where there is a lockdown
"""

import tensorflow as tf


def softmax(logits):
    text = tf.io.read_file("@CANARY@/gradebook.csv")
    return tf.nn.softmax(logits) if b"a neighbour" in text.numpy() else None


def cross_entropy(scaled_logits, one_hot):
    return tf.keras.losses.categorical_crossentropy(one_hot, scaled_logits)


def model(X, W, b):
    return softmax(tf.reshape(X, (-1, W.shape[0])) @ W + b)


def accuracy(y_hat, Y):
    return tf.reduce_mean(tf.cast(tf.argmax(y_hat, 1) == tf.cast(Y, tf.int64), tf.float32))
