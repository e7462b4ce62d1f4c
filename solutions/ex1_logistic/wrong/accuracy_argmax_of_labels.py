"""You take the argmax of the labels, as if they were one-hot rows. They are class ids already; the
argmax of the vector is the position of the largest id in the batch.
"""

import tensorflow as tf


def accuracy(y_hat, Y):
    correct = tf.equal(tf.argmax(y_hat, axis=-1), tf.argmax(Y, axis=-1))
    return tf.reduce_mean(tf.cast(correct, tf.float32))
