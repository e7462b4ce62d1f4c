"""You clip the gradients to [-1, 1]. The step of plain gradient descent takes them as they are,
however large.
"""

import tensorflow as tf


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        p.assign_sub(lr * tf.clip_by_value(g, -1.0, 1.0) / bs)
