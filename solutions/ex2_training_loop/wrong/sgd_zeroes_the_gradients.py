"""The parameters are right, but the caller's gradients are zero afterwards.

PyTorch adds to the gradients of before, so there they are set to zero. A tape makes new ones each
time: leave the list as it was.
"""

import tensorflow as tf


def sgd(params, grads, lr, bs):
    for i, (p, g) in enumerate(zip(params, grads)):
        p.assign_sub(lr * g / bs)
        grads[i] = tf.zeros_like(g)
