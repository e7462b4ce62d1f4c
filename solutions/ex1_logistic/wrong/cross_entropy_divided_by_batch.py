"""You divide each loss by the size of the batch.

The loss of a sample should not depend on how many others there are; whoever calls your function
divides.
"""

import tensorflow as tf


def cross_entropy(scaled_logits, one_hot):
    loss = -tf.reduce_sum(one_hot * tf.math.log(scaled_logits), axis=1)
    return loss / scaled_logits.shape[0]
