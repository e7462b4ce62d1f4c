"""The step is a tf.function at the top level, and so is that of the validation."""

import tensorflow as tf

from given import accuracy, cross_entropy


@tf.function
def sgd(params, grads, lr, bs):
    size = tf.cast(bs, tf.float32)
    for p, g in zip(params, grads):
        p.assign_sub(lr * g / size)


@tf.function
def train_step(model, x, y, params, lr):
    with tf.GradientTape() as tape:
        y_hat = model(x)
        loss = cross_entropy(y_hat, tf.one_hot(y, tf.shape(y_hat)[-1]))
    grads = tape.gradient(loss, params)
    sgd(params, grads, lr, tf.shape(x)[0])
    return tf.reduce_mean(loss), accuracy(y_hat, y)


@tf.function
def val_step(model, x, y):
    return accuracy(model(x / 255.0), y)


def training_loop(train_dataset, model, params, lr):
    losses, accs = [], []
    for x, y in train_dataset:
        loss, acc = train_step(model, x / 255.0, y, params, lr)
        losses.append(loss)
        accs.append(acc)
    return tf.reduce_mean(tf.stack(losses)), tf.reduce_mean(tf.stack(accs))


def validation_loop(val_dataset, model):
    return tf.reduce_mean(tf.stack([val_step(model, x, y) for x, y in val_dataset]))
