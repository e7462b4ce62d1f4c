"""You get a table of shape (N, N), the label of each sample looked up in each row. For each
sample, only its own label belongs to it.

Either `tf.gather` picks columns for the whole batch (look at `batch_dims`), or a matrix product
pairs each row with each label. Multiply by the one-hot rows, element by element.
"""

import tensorflow as tf


def cross_entropy(scaled_logits, one_hot):
    labels = tf.argmax(one_hot, axis=1)
    return -tf.math.log(tf.gather(scaled_logits, labels, axis=1))
