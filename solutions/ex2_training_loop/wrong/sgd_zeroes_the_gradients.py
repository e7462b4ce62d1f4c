"""The parameters are right, but you set the caller's gradients to zero, as PyTorch needs it. A
tape makes new gradients each time: leave the list as it was.
"""

import tensorflow as tf


def sgd(params, grads, lr, bs):
    for i, (p, g) in enumerate(zip(params, grads)):
        p.assign_sub(lr * g / bs)
        grads[i] = tf.zeros_like(g)
