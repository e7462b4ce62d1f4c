"""You return the mean score of the true classes.

Accuracy only looks at which class has the largest score, and counts a row as right or wrong.
"""

import tensorflow as tf


def accuracy(y_hat, Y):
    return tf.reduce_mean(tf.reduce_sum(y_hat * tf.one_hot(Y, y_hat.shape[1]), axis=1))
