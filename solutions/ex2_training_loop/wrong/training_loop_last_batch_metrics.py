"""You return the loss and accuracy of the last batch.

Their means over all the batches are asked: collect them in the loop.
"""

import tensorflow as tf
from given import accuracy, cross_entropy


def training_loop(train_dataset, model, params, lr):
    for X, Y in train_dataset:
        X = X / 255.0
        with tf.GradientTape() as tape:
            y_hat = model(X)
            one_hot = tf.one_hot(Y, y_hat.shape[-1])
            loss = cross_entropy(y_hat, one_hot)
        grads = tape.gradient(loss, params)
        sgd(params, grads, lr, X.shape[0])
        mean_loss, mean_acc = tf.reduce_mean(loss), accuracy(y_hat, Y)
    return mean_loss, mean_acc
