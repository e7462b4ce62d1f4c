"""You make a whole number of the accuracy, and the fraction gets lost."""

import tensorflow as tf
from given import accuracy


def validation_loop(val_dataset, model):
    accuracies = []
    for X, Y in val_dataset:
        y_hat = model(X / 255.0)
        accuracies.append(accuracy(y_hat, Y))
    return int(tf.reduce_mean(accuracies))
