"""You take 1 minus the mean distance of the predicted ids from the labels.

Class ids are names, not amounts: a prediction is right or wrong, however near its id may be. Ask
only whether the two are equal.
"""

import tensorflow as tf


def accuracy(y_hat, Y):
    distance = tf.abs(tf.argmax(y_hat, axis=1) - tf.cast(Y, tf.int64))
    return 1 - tf.reduce_mean(tf.cast(distance, tf.float32))
