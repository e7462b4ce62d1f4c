"""You make one number of each gradient, so all entries of a parameter move alike. The gradient
is summed over the samples already; use it entry by entry.
"""

import tensorflow as tf


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        p.assign_sub(lr * tf.reduce_sum(g) / bs * tf.ones_like(p))
