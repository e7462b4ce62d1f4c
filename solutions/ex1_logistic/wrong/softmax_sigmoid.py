"""These are the values of a sigmoid: each logit is squashed on its own, and the rows do not add up
to 1.

Softmax divides by the sum over the classes of the row.
"""

import tensorflow as tf


def softmax(logits):
    return 1 / (1 + tf.exp(-logits))
