"""You take the mean in float16, which keeps three digits only. Cast the matches to float32."""

import tensorflow as tf


def accuracy(y_hat, Y):
    correct = tf.equal(tf.argmax(y_hat, axis=1), tf.cast(Y, tf.int64))
    return tf.reduce_mean(tf.cast(correct, tf.float16))
