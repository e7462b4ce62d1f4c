"""A tape that watches only what it is told to; weights of 1 / bs go in as output_gradients."""

import numpy as np
import tensorflow as tf

from given import accuracy, cross_entropy


def sgd(params, grads, lr, bs):
    """One step; the gradients may be divided already (bs=1)."""
    for p, g in zip(params, grads):
        p.assign_sub(tf.scalar_mul(lr / bs, g))


def training_loop(train_dataset, model, params, lr):
    stats = np.zeros((0, 2), np.float32)
    for X, Y in train_dataset:
        with tf.GradientTape(watch_accessed_variables=False) as tape:
            tape.watch(params)
            P = model(X / 255.0)
            L = cross_entropy(P, tf.one_hot(Y, P.shape[-1]))
        weights = tf.fill(tf.shape(L), 1.0 / float(tf.size(L)))
        grads = tape.gradient(L, params, output_gradients=weights)
        stats = np.vstack([stats, [np.mean(L.numpy()), accuracy(P, Y).numpy()]])
        sgd(params, grads, lr, 1)
    mean_loss, mean_acc = stats.mean(axis=0)
    return np.float64(mean_loss), np.float64(mean_acc)


def validation_loop(val_dataset, model):
    return np.mean([accuracy(model(X / 255.0), Y).numpy() for X, Y in val_dataset])
