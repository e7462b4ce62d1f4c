"""tf.Variables add up the metrics; the update is TensorFlow's own raw operation."""

import tensorflow as tf

from given import accuracy, cross_entropy


def sgd(params, grads, lr, bs):
    rate = tf.constant(lr / bs, tf.float32)
    for p, g in zip(params, grads):
        tf.raw_ops.ResourceApplyGradientDescent(var=p.handle, alpha=rate, delta=g)


def training_loop(train_dataset, model, params, lr):
    loss_sum = tf.Variable(0.0, trainable=False)
    acc_sum = tf.Variable(0.0, trainable=False)
    batches = tf.Variable(0.0, trainable=False)
    for X, Y in train_dataset:
        with tf.GradientTape() as tape:
            y_hat = model(X / 255.0)
            loss = cross_entropy(y_hat, tf.one_hot(Y, y_hat.shape[-1]))
            loss_sum.assign_add(tf.reduce_mean(loss))
            acc_sum.assign_add(accuracy(y_hat, Y))
        sgd(params, tape.gradient(loss, params), lr, X.shape[0])
        batches.assign_add(1.0)
    return loss_sum / batches, acc_sum / batches


def validation_loop(val_dataset, model):
    mean = tf.Variable(0.0)
    for n, (X, Y) in val_dataset.enumerate(start=1):
        mean.assign_add((accuracy(model(X / 255.0), Y) - mean) / tf.cast(n, tf.float32))
    return mean.read_value()
