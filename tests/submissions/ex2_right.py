"""The stub of exercise 2, filled in from its README: generators, a step of its own, NumPy means."""

import numpy as np
import tensorflow as tf
from given import accuracy, cross_entropy


def scaled(dataset):
    for images, labels in dataset:
        yield tf.divide(images, 255.0), labels


def sgd(params, grads, lr, bs):
    rate = lr / bs
    for variable, gradient in zip(params, grads):
        variable.assign_add(-rate * gradient)


def one_step(images, labels, model, params, lr):
    with tf.GradientTape() as tape:
        probabilities = model(images)
        one_hot = tf.one_hot(labels, depth=tf.shape(probabilities)[-1])
        total = tf.reduce_sum(cross_entropy(probabilities, one_hot))
    n = len(labels)
    sgd(params, tape.gradient(total, params), lr, n)
    return total.numpy() / n, accuracy(probabilities, labels).numpy()


def training_loop(train_dataset, model, params, lr):
    history = np.array([one_step(x, y, model, params, lr) for x, y in scaled(train_dataset)])
    mean_loss, mean_acc = history.mean(axis=0)
    return mean_loss, mean_acc


def validation_loop(val_dataset, model):
    count, total = 0, 0.0
    for count, (x, y) in enumerate(scaled(val_dataset), start=1):
        total += float(accuracy(model(x), y))
    return total / count
