"""The optimizer got None for every gradient: the tape has not seen how the loss comes from the
parameters. The model is to be called inside of its `with`, and nothing up to the loss may go
through NumPy.
"""

import tensorflow as tf
from given import accuracy, cross_entropy


def training_loop(train_dataset, model, params, lr):
    optimizer = tf.keras.optimizers.SGD(lr)
    losses, accuracies = [], []
    for X, Y in train_dataset:
        X = X / 255.0
        y_hat = model(X)
        with tf.GradientTape() as tape:
            one_hot = tf.one_hot(Y, y_hat.shape[-1])
            loss = cross_entropy(y_hat, one_hot)
        grads = tape.gradient(loss, params)
        optimizer.apply_gradients(zip(grads, params))
        losses.append(tf.reduce_mean(loss))
        accuracies.append(accuracy(y_hat, Y))
    return tf.reduce_mean(losses), tf.reduce_mean(accuracies)
