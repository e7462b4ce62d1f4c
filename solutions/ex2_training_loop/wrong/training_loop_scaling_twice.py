"""The model sees images that are black, or nearly so.

Either they are divided by far too much, as by 255 twice, once in a `map` or in a line above and
once more in the call; or they are made whole numbers, as by `X // 255`, which leaves 0. `X / 255`
once is right: nothing was scaled before.
"""

import tensorflow as tf
from given import accuracy, cross_entropy


def training_loop(train_dataset, model, params, lr):
    train_dataset = train_dataset.map(lambda X, Y: (X / 255.0, Y))
    losses, accuracies = [], []
    for X, Y in train_dataset:
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
