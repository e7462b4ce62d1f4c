"""Your accuracy is 100 times too large.

A fraction between 0 and 1 is asked, no per cent.
"""

import tensorflow as tf
from given import accuracy


def validation_loop(val_dataset, model):
    accuracies = []
    for X, Y in val_dataset:
        y_hat = model(X / 255.0)
        accuracies.append(accuracy(y_hat, Y))
    return 100 * tf.reduce_mean(accuracies)
