"""You divide by the index of the last batch, which is one less than the number of batches (and
0 when there is one batch).
"""

import tensorflow as tf
from given import accuracy


def validation_loop(val_dataset, model):
    accuracies = []
    for i, (X, Y) in enumerate(val_dataset):
        y_hat = model(X / 255.0)
        accuracies.append(accuracy(y_hat, Y))
    return tf.reduce_sum(accuracies) / i
