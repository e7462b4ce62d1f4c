"""After a single batch all parameters are what they were before.

Either `p = p - ...` gives the name p to a new tensor, while the variable that the model reads keeps
its value; or no step is done (the call is missing, stands in a `map` or generator that nobody goes
through, or waits for the next batch). Change the variables themselves, for each batch, as `sgd` is
asked to do.
"""

import tensorflow as tf
from given import accuracy, cross_entropy


def training_loop(train_dataset, model, params, lr):
    losses, accuracies = [], []
    grads, size = None, 0
    for X, Y in train_dataset:
        if grads is not None:
            sgd(params, grads, lr, size)
        X = X / 255.0
        with tf.GradientTape() as tape:
            y_hat = model(X)
            one_hot = tf.one_hot(Y, y_hat.shape[-1])
            loss = cross_entropy(y_hat, one_hot)
        grads = tape.gradient(loss, params)
        size = X.shape[0]
        losses.append(tf.reduce_mean(loss))
        accuracies.append(accuracy(y_hat, Y))
    return tf.reduce_mean(losses), tf.reduce_mean(accuracies)
