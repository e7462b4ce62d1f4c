"""The images go into the model unscaled, with pixels from 0 to 255.

Divide X by 255 here too, as in training.
"""

import tensorflow as tf
from given import accuracy


def validation_loop(val_dataset, model):
    accuracies = []
    for X, Y in val_dataset:
        y_hat = model(X)
        accuracies.append(accuracy(y_hat, Y))
    return tf.reduce_mean(accuracies)
