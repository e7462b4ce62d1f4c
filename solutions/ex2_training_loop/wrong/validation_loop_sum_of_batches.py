"""You add up the accuracies of the batches and never divide. Return their mean."""

import tensorflow as tf
from given import accuracy


def validation_loop(val_dataset, model):
    accuracies = []
    for X, Y in val_dataset:
        y_hat = model(X / 255.0)
        accuracies.append(accuracy(y_hat, Y))
    return tf.reduce_sum(accuracies)
