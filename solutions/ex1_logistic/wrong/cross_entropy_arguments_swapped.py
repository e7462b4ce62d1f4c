"""As soon as there is a wrong class, your loss is infinite: you take a logarithm of 0, where a
one-hot label is 0.

Either labels and probabilities have changed places, or the logarithm is of their product (`log(p *
y)`). Multiply by the label *after* the logarithm of the probabilities; or sum p * y over the
classes first, and take the logarithm of the sum.
"""

import tensorflow as tf


def cross_entropy(one_hot, scaled_logits):
    return -tf.reduce_sum(one_hot * tf.math.log(scaled_logits), axis=1)
