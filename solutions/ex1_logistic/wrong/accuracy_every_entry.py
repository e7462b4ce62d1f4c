"""You compare every score with a one-hot table at a threshold of 0.5, so all the zeros that match
count as right.

One prediction for each row is asked: its argmax.
"""

import tensorflow as tf


def accuracy(y_hat, Y):
    one_hot = tf.one_hot(Y, y_hat.shape[1])
    correct = tf.cast(y_hat > 0.5, tf.float32) == one_hot
    return tf.reduce_mean(tf.cast(correct, tf.float32))
