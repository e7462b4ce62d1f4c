"""Your accuracy is 0, or nearly always, also where the model is right.

Either probabilities are compared with the one-hot labels entry by entry, and they are never exactly
0 or 1; or a fraction becomes a whole number (a mean of integers, `int(...)`, `//`).
`accuracy(y_hat, Y)` takes the model's output and the class ids as they are.
"""

import tensorflow as tf
from given import cross_entropy


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
        losses.append(tf.reduce_mean(loss))
        hits = tf.reduce_all(tf.equal(y_hat, one_hot), axis=1)
        accuracies.append(tf.reduce_mean(tf.cast(hits, tf.float32)))
    return tf.reduce_mean(losses), tf.reduce_mean(accuracies)
