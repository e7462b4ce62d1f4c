"""You take the argmax down the columns: the best *sample* for each class. `tf.argmax` does so
without an axis.

The best class for each sample lies along the other axis: `axis=1`.
"""

import tensorflow as tf


def accuracy(y_hat, Y):
    predictions = tf.argmax(y_hat, axis=0)
    correct = tf.equal(predictions, tf.cast(Y, tf.int64))
    return tf.reduce_mean(tf.cast(correct, tf.float32))
