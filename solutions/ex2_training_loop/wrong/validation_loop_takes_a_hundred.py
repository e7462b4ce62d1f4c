"""Only so many batches from the front are used, and a longer data set is cut off.

Look for a `take(...)`, a `break`, or a `range` with a fixed number of batches, and go through all
that the data set gives.
"""

import tensorflow as tf
from given import accuracy


def validation_loop(val_dataset, model):
    accuracies = []
    for X, Y in val_dataset.take(100):
        y_hat = model(X / 255.0)
        accuracies.append(accuracy(y_hat, Y))
    return tf.reduce_mean(accuracies)
