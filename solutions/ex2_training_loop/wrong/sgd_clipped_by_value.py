"""Steps along small gradients are right, and those along large ones are too short.

The gradient is cut down before it is used (`tf.clip_by_norm`, `tf.clip_by_value` or the like).
Plain gradient descent is asked: use it as it comes.
"""

import tensorflow as tf


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        p.assign_sub(lr * tf.clip_by_value(g, -10.0, 10.0) / bs)
