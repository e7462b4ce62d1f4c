"""Logistic regression by hand, with TensorFlow.

Fill in the four functions below: `softmax`, `cross_entropy`, `model` and `accuracy`. Replace each
`raise NotImplementedError(...)` by your own code, and run `grader check ex1` as often as you like;
the four are checked one by one, so you can start before all of them are written. The README says
what each is asked to do, with formulas and small examples.
"""

import tensorflow as tf


def softmax(logits):
    """Turn each row of logits into probabilities.

    softmax(x)_j = exp(x_j) / sum_k exp(x_k), for each row x on its own.

    Args:
        logits: tensor of shape (N, C), float32 or float64; any real numbers up to 1e4 in size.

    Returns:
        Tensor of shape (N, C) and of the same dtype: each row is positive and sums to 1.
    """
    # BEGIN SOLUTION
    # exp overflows above 88 in float32; the largest exponent of a row is now 0.
    shifted = logits - tf.reduce_max(logits, axis=1, keepdims=True)
    exps = tf.exp(shifted)
    return exps / tf.reduce_sum(exps, axis=1, keepdims=True)
    # END SOLUTION


def cross_entropy(scaled_logits, one_hot):
    """Return the cross entropy of each sample: no sum and no mean over the batch.

    loss_i = - sum_j one_hot_ij * ln(scaled_logits_ij), which is minus the natural logarithm of
    the probability of the true class.

    Args:
        scaled_logits: tensor of shape (N, C), the probabilities (after the softmax). A wrong
            class may have a probability of exactly 0; that must not make NaN.
        one_hot: float tensor of shape (N, C), 1 at the true class and 0 elsewhere.

    Returns:
        Tensor of shape (N,).
    """
    # BEGIN SOLUTION
    # The logarithm comes last: 0 * log(0) would be NaN.
    true_probabilities = tf.reduce_sum(scaled_logits * one_hot, axis=1)
    return -tf.math.log(true_probabilities)
    # END SOLUTION


def model(X, W, b):
    """Return the class probabilities of images: softmax(flatten(X) W + b).

    Each image is flattened in row-major order, as `tf.reshape` does: D = H * W * 3 numbers.

    Args:
        X: float tensor, a batch of images (N, H, W, 3) or one image (H, W, 3), of any size.
        W: weights of shape (D, C).
        b: biases of shape (C,).

    Returns:
        Tensor of shape (N, C); (1, C) for one image.
    """
    # BEGIN SOLUTION
    flat = tf.reshape(X, (-1, W.shape[0]))
    return softmax(flat @ W + b)
    # END SOLUTION


def accuracy(y_hat, Y):
    """Return the fraction of rows whose largest score is at the label.

    Args:
        y_hat: tensor of shape (N, C), a score (or probability) for each class.
        Y: tensor of shape (N,), the true class ids 0 ... C - 1, as int32, int64 or uint8.

    Returns:
        A scalar between 0 and 1.
    """
    # BEGIN SOLUTION
    predictions = tf.argmax(y_hat, axis=1)
    correct = tf.equal(predictions, tf.cast(Y, predictions.dtype))
    return tf.reduce_mean(tf.cast(correct, tf.float32))
    # END SOLUTION
