"""An argmax along the classes gets something that has no axis of classes: one number for each
sample.

`accuracy` takes the argmax itself: give it the model's output (N, C) first, and the labels second.
"""

import tensorflow as tf
from given import accuracy


def validation_loop(val_dataset, model):
    accuracies = []
    for X, Y in val_dataset:
        y_hat = model(X / 255.0)
        predictions = tf.argmax(y_hat, axis=1)
        accuracies.append(accuracy(predictions, Y))
    return tf.reduce_mean(accuracies)
