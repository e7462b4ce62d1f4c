"""Your loss is the squared error. The cross entropy is asked, which `given` has."""

import tensorflow as tf
from given import accuracy


def training_loop(train_dataset, model, params, lr):
    losses, accuracies = [], []
    for X, Y in train_dataset:
        X = X / 255.0
        with tf.GradientTape() as tape:
            y_hat = model(X)
            one_hot = tf.one_hot(Y, y_hat.shape[-1])
            loss = tf.reduce_sum((y_hat - one_hot) ** 2, axis=1)
        grads = tape.gradient(loss, params)
        sgd(params, grads, lr, X.shape[0])
        losses.append(tf.reduce_mean(loss))
        accuracies.append(accuracy(y_hat, Y))
    return tf.reduce_mean(losses), tf.reduce_mean(accuracies)
