"""The whole epoch is one tf.function: AutoGraph loops over the dataset and counts batches."""

import tensorflow as tf

from given import accuracy, cross_entropy


def sgd(params, grads, lr, bs):
    for p, g in zip(params, grads):
        p.assign_sub(lr * g / tf.cast(bs, p.dtype))


def training_loop(train_dataset, model, params, lr):
    return one_epoch(train_dataset, model, params, tf.constant(lr))


@tf.function
def one_epoch(dataset, model, params, lr):
    batches = 0
    loss_sum, acc_sum = 0.0, 0.0
    for X, Y in dataset:
        with tf.GradientTape() as tape:
            y_hat = model(X / 255.0)
            loss = cross_entropy(y_hat, tf.one_hot(Y, y_hat.shape[-1]))
        sgd(params, tape.gradient(loss, params), lr, tf.shape(X)[0])
        loss_sum += tf.reduce_mean(loss)
        acc_sum += accuracy(y_hat, Y)
        batches += 1
    return loss_sum / tf.cast(batches, tf.float32), acc_sum / tf.cast(batches, tf.float32)


@tf.function
def validation_loop(val_dataset, model):
    scores = tf.TensorArray(tf.float32, size=0, dynamic_size=True)
    for X, Y in val_dataset:
        scores = scores.write(scores.size(), accuracy(model(X / 255.0), Y))
    return tf.reduce_mean(scores.stack())
