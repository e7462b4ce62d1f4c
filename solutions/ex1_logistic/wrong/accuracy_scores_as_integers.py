"""The scores lose their fractions before the argmax, so probabilities all become 0 and class 0
wins.

Take the argmax of the scores as they are, and cast its result.
"""

import tensorflow as tf


def accuracy(y_hat, Y):
    predictions = tf.argmax(tf.cast(y_hat, tf.int32), axis=1)
    correct = tf.equal(predictions, tf.cast(Y, tf.int64))
    return tf.reduce_mean(tf.cast(correct, tf.float32))
