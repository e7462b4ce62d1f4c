"""These are the values for images whose pixels or colors are in another order.

Between the data set and the model there is one thing to do, `X / 255`: no flip, no other order of
the colors. (Augmentation would be a part of the data set, and never of the validation.)
"""

import tensorflow as tf
from given import accuracy


def validation_loop(val_dataset, model):
    accuracies = []
    for X, Y in val_dataset:
        y_hat = model(tf.image.flip_left_right(X) / 255.0)
        accuracies.append(accuracy(y_hat, Y))
    return tf.reduce_mean(accuracies)
