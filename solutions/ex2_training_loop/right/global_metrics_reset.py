"""Keras metrics at the top level, reset at the start of each epoch."""

import tensorflow as tf

from given import accuracy, cross_entropy

train_loss = tf.keras.metrics.Mean(name="train_loss")
train_acc = tf.keras.metrics.Mean(name="train_acc")
val_acc = tf.keras.metrics.Mean(name="val_acc")


def sgd(params, grads, lr, bs):
    return [p.assign_sub(lr * g / bs) for p, g in zip(params, grads)]


def training_loop(train_dataset, model, params, lr):
    train_loss.reset_state()
    train_acc.reset_state()
    for X, Y in train_dataset:
        X = X / 255.0
        with tf.GradientTape() as t:
            y_hat = model(X)
            loss = cross_entropy(y_hat, tf.one_hot(Y, y_hat.shape[-1]))
        sgd(params, t.gradient(loss, params), lr, X.shape[0])
        train_loss(loss)
        train_acc(accuracy(y_hat, Y))
    return train_loss.result(), train_acc.result()


def validation_loop(val_dataset, model):
    val_acc.reset_state()
    for X, Y in val_dataset:
        val_acc(accuracy(model(X / 255.0), Y))
    return val_acc.result()
