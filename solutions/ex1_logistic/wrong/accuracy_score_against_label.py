"""You compare the largest *score* with the class id, a probability with a label. Compare where the
largest score stands: `argmax`, not `max`.
"""

import tensorflow as tf


def accuracy(y_hat, Y):
    best = tf.reduce_max(y_hat, axis=1)
    return tf.reduce_mean(tf.cast(best == tf.cast(Y, tf.float32), tf.float32))
