"""The four names are objects: a class instance, a bound method, a partial and a Keras layer's."""

from functools import partial

import tensorflow as tf


class Softmax:
    def __init__(self, axis):
        self.axis = axis

    def __call__(self, x):
        x = x - tf.reduce_max(x, self.axis, keepdims=True)
        return tf.exp(x) / tf.reduce_sum(tf.exp(x), self.axis, keepdims=True)


class Metrics:
    def accuracy(self, scores, labels):
        same = tf.argmax(scores, axis=1, output_type=tf.int32) == tf.cast(labels, tf.int32)
        return float(tf.reduce_mean(tf.cast(same, tf.float32)))

    @staticmethod
    def loss(axis, p, y):
        return -tf.math.log(tf.reduce_sum(p * y, axis))


class Linear(tf.keras.layers.Layer):
    """A layer that owns no weights."""

    def call(self, X, W, b):
        flat = tf.reshape(X, (-1, W.shape[0]))
        return softmax(flat @ W + b)


softmax = Softmax(axis=-1)
cross_entropy = partial(Metrics.loss, -1)
model = Linear()
accuracy = Metrics().accuracy
