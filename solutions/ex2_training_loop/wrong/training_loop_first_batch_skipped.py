"""The first batch is not used.

Either `next(...)` takes it off the iterator before the loop, or the loop leaves it out. Loop over
the data set itself.
"""

import tensorflow as tf
from given import accuracy, cross_entropy


def training_loop(train_dataset, model, params, lr):
    losses, accuracies = [], []
    batches = iter(train_dataset)
    next(batches)
    for X, Y in batches:
        X = X / 255.0
        with tf.GradientTape() as tape:
            y_hat = model(X)
            one_hot = tf.one_hot(Y, y_hat.shape[-1])
            loss = cross_entropy(y_hat, one_hot)
        grads = tape.gradient(loss, params)
        sgd(params, grads, lr, X.shape[0])
        losses.append(tf.reduce_mean(loss))
        accuracies.append(accuracy(y_hat, Y))
    return tf.reduce_mean(losses), tf.reduce_mean(accuracies)
