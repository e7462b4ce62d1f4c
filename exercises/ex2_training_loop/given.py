"""Softmax, cross entropy and accuracy, ready to be used in the training loop."""

import tensorflow as tf

SMALLEST = 1e-30
"""What a probability counts as at least: log(0) is infinite, and its gradient is NaN."""


def softmax(logits):
    """Turn each row of logits into probabilities: exp(x_j) / sum_k exp(x_k).

    Args:
        logits: float tensor of shape (N, C).

    Returns:
        Tensor of shape (N, C) and of the same dtype: each row is positive and sums to 1.
    """
    exps = tf.exp(logits - tf.reduce_max(logits, axis=1, keepdims=True))
    return exps / tf.reduce_sum(exps, axis=1, keepdims=True)


def cross_entropy(scaled_logits, one_hot):
    """Return the cross entropy of each sample: no sum and no mean over the batch.

    loss_i = - sum_j one_hot_ij * ln(scaled_logits_ij), which is minus the natural logarithm of
    the probability of the true class.

    Args:
        scaled_logits: float tensor of shape (N, C), the probabilities (after the softmax).
        one_hot: float tensor of shape (N, C), 1 at the true class and 0 elsewhere.

    Returns:
        Tensor of shape (N,).
    """
    true_probabilities = tf.reduce_sum(scaled_logits * one_hot, axis=1)
    return -tf.math.log(tf.maximum(true_probabilities, SMALLEST))


def accuracy(y_hat, Y):
    """Return the fraction of rows whose largest score is at the label.

    Args:
        y_hat: float tensor of shape (N, C), a score (or probability) for each class.
        Y: integer tensor of shape (N,), the true class ids 0 ... C - 1 (not one-hot).

    Returns:
        A float32 scalar between 0 and 1.
    """
    predictions = tf.argmax(y_hat, axis=1)
    correct = tf.equal(predictions, tf.cast(Y, predictions.dtype))
    return tf.reduce_mean(tf.cast(correct, tf.float32))
