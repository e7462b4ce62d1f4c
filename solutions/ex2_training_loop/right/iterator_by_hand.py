"""while, iter, next and StopIteration; a while loop over the parameters as well."""

import tensorflow as tf

from given import accuracy, cross_entropy


def sgd(params, grads, lr, bs):
    rest = list(zip(params, grads))
    while rest:
        p, g = rest.pop(0)
        p.assign_add(-lr / bs * g)


def training_loop(train_dataset, model, params, lr):
    batches = iter(train_dataset)
    loss_total = acc_total = n_batches = 0
    while True:
        try:
            X, Y = next(batches)
        except StopIteration:
            break
        X = tf.divide(X, 255)
        n = X.get_shape().as_list()[0]
        with tf.GradientTape() as tape:
            Y_pred = model(X)
            onehot = tf.one_hot(Y, depth=Y_pred.get_shape()[-1])
            loss_vector = cross_entropy(Y_pred, onehot)
        sgd(params, tape.gradient(loss_vector, params), lr, n)
        loss_total += tf.reduce_mean(loss_vector)
        acc_total += accuracy(Y_pred, Y)
        n_batches += 1
    return loss_total / n_batches, acc_total / n_batches


def validation_loop(val_dataset, model):
    it = iter(val_dataset)
    scores = []
    batch = next(it, None)
    while batch is not None:
        X, Y = batch
        scores.append(accuracy(model(tf.divide(X, 255)), Y))
        batch = next(it, None)
    return tf.math.reduce_mean(scores)
