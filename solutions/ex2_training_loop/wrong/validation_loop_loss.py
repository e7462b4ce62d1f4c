"""You return the mean loss.

The mean accuracy is asked.
"""

import tensorflow as tf
from given import cross_entropy


def validation_loop(val_dataset, model):
    losses = []
    for X, Y in val_dataset:
        y_hat = model(X / 255.0)
        loss = cross_entropy(y_hat, tf.one_hot(Y, y_hat.shape[-1]))
        losses.append(tf.reduce_mean(loss))
    return tf.reduce_mean(losses)
