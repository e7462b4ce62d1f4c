"""You return how many samples are right.

The fraction is asked: a number between 0 and 1.
"""

import tensorflow as tf
from given import accuracy


def validation_loop(val_dataset, model):
    accuracies = []
    for X, Y in val_dataset:
        y_hat = model(X / 255.0)
        accuracies.append(accuracy(y_hat, Y) * X.shape[0])
    return tf.reduce_sum(accuracies)
