"""These are the values with label smoothing of 0.1: wrong classes count a little, too.

Use the one-hot labels as they are.
"""

import tensorflow as tf


def cross_entropy(scaled_logits, one_hot):
    return tf.keras.losses.categorical_crossentropy(one_hot, scaled_logits, label_smoothing=0.1)
