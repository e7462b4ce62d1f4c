"""The parameters are right, but the caller's gradients are zero afterwards.

That is what PyTorch needs. A tape makes new gradients each time: leave the list as it was.
"""

import tensorflow as tf


def sgd(params, grads, lr, bs):
    for i, (p, g) in enumerate(zip(params, grads)):
        p.assign_sub(lr * g / bs)
        grads[i] = tf.zeros_like(g)
