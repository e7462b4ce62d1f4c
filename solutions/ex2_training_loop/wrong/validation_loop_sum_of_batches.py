"""You return the sum of the batches' accuracies.

Divide it by the number of batches.
"""

import tensorflow as tf
from given import accuracy


def validation_loop(val_dataset, model):
    accuracies = []
    for X, Y in val_dataset:
        y_hat = model(X / 255.0)
        accuracies.append(accuracy(y_hat, Y))
    return tf.reduce_sum(accuracies)
