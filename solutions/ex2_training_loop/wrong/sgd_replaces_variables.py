"""You put new objects into the list of parameters, and the variables that were in it keep their
values.

The model still reads these, so it would never learn. `params[i] = ...` writes into the list;
`params[i].assign(...)` changes the variable.
"""

import tensorflow as tf


def sgd(params, grads, lr, bs):
    for i, g in enumerate(grads):
        params[i] = tf.Variable(params[i] - lr * g / bs)
