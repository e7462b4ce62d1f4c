"""Turns one-hot rows back into class ids: argmax, gather_nd, sparse loss, batch_dims."""

import tensorflow as tf


def softmax(logits):
    biggest = tf.reduce_max(logits, axis=1)
    e = tf.exp(logits - biggest[:, None])
    return e / tf.reduce_sum(e, axis=1)[:, None]


def cross_entropy(scaled_logits, one_hot):
    labels = tf.argmax(one_hot, axis=1)
    rows = tf.range(tf.shape(labels, out_type=tf.int64)[0])
    return -tf.math.log(tf.gather_nd(scaled_logits, tf.stack([rows, labels], axis=1)))


def model(X, W, b):
    batch = X if X.shape.rank == 4 else tf.expand_dims(X, axis=0)
    return softmax(tf.nn.bias_add(tf.reshape(batch, (batch.shape[0], -1)) @ W, b))


def accuracy(y_hat, Y):
    best = tf.reduce_max(y_hat, axis=1)
    of_label = tf.gather(y_hat, tf.cast(Y, tf.int32), batch_dims=1)
    return tf.reduce_mean(tf.cast(best == of_label, tf.float64))
