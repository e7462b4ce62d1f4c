"""softmax as 1 / sum_k exp(x_k - x_j); log as xlogy; accuracy from a confusion matrix."""

import tensorflow as tf


def softmax(logits):
    differences = logits[:, tf.newaxis, :] - logits[:, :, tf.newaxis]
    return 1 / tf.reduce_sum(tf.exp(differences), axis=2)


def cross_entropy(scaled_logits, one_hot):
    return -tf.reduce_sum(tf.math.xlogy(one_hot, scaled_logits), axis=1)


def model(X, W, b):
    shape = tf.shape(X)
    flat = tf.reshape(X, tf.stack([-1, tf.reduce_prod(shape[-3:])]))
    ones = tf.ones_like(flat[:, :1])
    return softmax(tf.concat([flat, ones], axis=1) @ tf.concat([W, b[tf.newaxis]], axis=0))


def accuracy(y_hat, Y):
    confusion = tf.math.confusion_matrix(Y, tf.argmax(y_hat, 1), num_classes=y_hat.shape[1])
    return tf.linalg.trace(confusion) / tf.reduce_sum(confusion)
