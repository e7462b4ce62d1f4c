"""The gradient of every sample by tape.jacobian, summed over the samples."""

import functools

import tensorflow as tf

from given import accuracy, cross_entropy


def sgd(params, grads, lr, bs):
    pairs = zip(params, grads)
    functools.reduce(lambda _, pair: pair[0].assign_sub(lr * pair[1] / bs), pairs, None)


def training_loop(train_dataset, model, params, lr):
    rows = []
    for X, Y in train_dataset:
        with tf.GradientTape(persistent=True) as tape:
            y_hat = model(X / 255.0)
            loss = cross_entropy(y_hat, tf.one_hot(Y, y_hat.shape[-1]))
        jacobian = tape.jacobian(loss, params, experimental_use_pfor=False)
        sgd(params, [tf.reduce_sum(j, axis=0) for j in jacobian], lr, loss.shape[0])
        rows.append(tf.stack([tf.reduce_mean(loss), accuracy(y_hat, Y)]))
    return tuple(tf.unstack(tf.reduce_mean(tf.stack(rows), axis=0)))


def validation_loop(val_dataset, model):
    scores = tf.concat([model(X / 255.0) for X, _ in val_dataset], axis=0)
    labels = tf.concat([Y for _, Y in val_dataset], axis=0)
    return accuracy(scores, labels)
