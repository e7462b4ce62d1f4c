"""A tf.function made in each call, any batch size, and Keras metrics that are made anew."""

import tensorflow as tf
from tensorflow import keras

from given import accuracy, cross_entropy


def sgd(params, grads, lr, bs):
    for variable, gradient in zip(params, grads, strict=True):
        variable.assign_sub(tf.cast(lr, variable.dtype) * gradient / tf.cast(bs, variable.dtype))


def training_loop(train_dataset, model, params, lr):
    loss_metric = keras.metrics.Mean()
    acc_metric = keras.metrics.SparseCategoricalAccuracy()

    @tf.function(reduce_retracing=True)
    def step(X, Y):
        X /= 255.0
        with tf.GradientTape() as tape:
            y_hat = model(X)
            loss = cross_entropy(y_hat, tf.one_hot(Y, y_hat.shape[-1]))
        sgd(params, tape.gradient(loss, params), lr, tf.shape(X)[0])
        return loss, y_hat

    for X, Y in train_dataset:
        loss, y_hat = step(X, Y)
        loss_metric.update_state(loss)
        acc_metric.update_state(Y, y_hat)
    return loss_metric.result(), acc_metric.result()


def validation_loop(val_dataset, model):
    metric = keras.metrics.SparseCategoricalAccuracy()
    predict = tf.function(lambda X: model(X / 255.0))
    for X, Y in val_dataset:
        metric.update_state(Y, predict(X))
    return metric.result().numpy()
