"""All entries of a parameter take the same step: that of the mean of its gradient's entries.

`tf.reduce_mean(g)` is a mean over the *parameter*. The mean over the batch is g / bs, with a number
for each entry.
"""

import tensorflow as tf


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        p.assign_sub(lr * tf.fill(p.shape, tf.reduce_mean(g)))
