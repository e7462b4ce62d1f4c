"""Your accuracy is 0, or nearly always, also where the model is right.

Either probabilities are compared with the one-hot labels entry by entry, and they are never exactly
0 or 1; or a fraction becomes a whole number (a mean of integers, `int(...)`, `//`).
`accuracy(y_hat, Y)` takes the model's output and the class ids as they are.
"""

import tensorflow as tf


def validation_loop(val_dataset, model):
    accuracies = []
    for X, Y in val_dataset:
        y_hat = model(X / 255.0)
        hits = tf.reduce_all(tf.equal(y_hat, tf.one_hot(Y, y_hat.shape[-1])), axis=1)
        accuracies.append(tf.reduce_mean(tf.cast(hits, tf.float32)))
    return tf.reduce_mean(accuracies)
