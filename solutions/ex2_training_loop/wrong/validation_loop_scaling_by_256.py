"""Your pixels are divided by 256: where the model's border is near, its answer is another one.

The largest is 255, and has to become 1.
"""

import tensorflow as tf
from given import accuracy


def validation_loop(val_dataset, model):
    accuracies = []
    for X, Y in val_dataset:
        y_hat = model(X / 256.0)
        accuracies.append(accuracy(y_hat, Y))
    return tf.reduce_mean(accuracies)
