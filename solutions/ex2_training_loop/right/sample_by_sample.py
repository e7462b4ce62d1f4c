"""Each sample goes through the model by itself, and its gradient is added up."""

import tensorflow as tf

from given import accuracy, cross_entropy


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        p.assign_sub((lr * g) / bs)


def training_loop(train_dataset, model, params, lr):
    losses, accs = [], []
    for X, Y in train_dataset:
        totals = [tf.zeros_like(p) for p in params]
        rows, sample_losses = [], []
        for x, y in zip(X, Y):
            with tf.GradientTape() as tape:
                row = model(x[tf.newaxis] / 255.0)
                loss = cross_entropy(row, tf.one_hot([y], row.shape[-1]))[0]
            totals = [t + g for t, g in zip(totals, tape.gradient(loss, params))]
            rows.append(row)
            sample_losses.append(loss)
        losses.append(tf.reduce_mean(sample_losses))
        accs.append(accuracy(tf.concat(rows, axis=0), Y))
        sgd(params, totals, lr, len(rows))
    return tf.reduce_mean(losses), tf.reduce_mean(accs)


def validation_loop(val_dataset, model):
    hits = []
    for X, Y in val_dataset.unbatch():
        y_hat = model(tf.expand_dims(X, 0) / 255.0)
        hits.append(int(tf.argmax(y_hat[0])) == int(Y))
    return sum(hits) / len(hits)
