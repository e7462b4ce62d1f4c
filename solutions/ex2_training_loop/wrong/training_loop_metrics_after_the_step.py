"""Your loss and accuracy are those of the parameters after a step, or after the whole epoch.

They come from a second forward pass. Take both from the pass that gives the gradients, before the
step.
"""

import tensorflow as tf
from given import accuracy, cross_entropy


def training_loop(train_dataset, model, params, lr):
    losses, accuracies = [], []
    for X, Y in train_dataset:
        X = X / 255.0
        with tf.GradientTape() as tape:
            y_hat = model(X)
            one_hot = tf.one_hot(Y, y_hat.shape[-1])
            loss = cross_entropy(y_hat, one_hot)
        grads = tape.gradient(loss, params)
        sgd(params, grads, lr, X.shape[0])
        y_hat = model(X)
        losses.append(tf.reduce_mean(cross_entropy(y_hat, one_hot)))
        accuracies.append(accuracy(y_hat, Y))
    return tf.reduce_mean(losses), tf.reduce_mean(accuracies)
