"""You put new objects into the list of parameters. The model still reads the old variables,
which have not changed, so it would never learn. Change each variable itself, with one of its
`assign` methods.
"""

import tensorflow as tf


def sgd(params, grads, lr, bs):
    for i, g in enumerate(grads):
        params[i] = tf.Variable(params[i] - lr * g / bs)
