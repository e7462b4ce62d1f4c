"""Only the first batch is used: the `return` stands inside of the loop. Move it out, behind the
last batch.
"""

import tensorflow as tf
from given import accuracy


def validation_loop(val_dataset, model):
    accuracies = []
    for X, Y in val_dataset:
        y_hat = model(X / 255.0)
        accuracies.append(accuracy(y_hat, Y))
        return tf.reduce_mean(accuracies)
