"""A whole script: arguments, data, parameters, epochs, plots stand at the top level."""

import argparse
import logging
import random

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from dataset import get_datasets
from given import accuracy, cross_entropy, softmax
from utils import get_logger

tf.random.set_seed(1)
random.seed(1)

parser = argparse.ArgumentParser()
parser.add_argument("--imdir", required=True)
parser.add_argument("--lr", type=float, default=0.1)
args = parser.parse_args()
logger = logging.getLogger("training")

train_dataset, val_dataset = get_datasets(args.imdir, 64)
W = tf.Variable(tf.random.normal((32 * 32 * 3, 43), stddev=0.01))
b = tf.Variable(tf.zeros(43))
params = [W, b]
lr = args.lr
SCALE = 255.0


def model(X):
    return softmax(tf.matmul(tf.reshape(X, (-1, 32 * 32 * 3)), W) + b)


def sgd(params, grads, lr, bs):
    for param, grad in zip(params, grads):
        param.assign_sub(lr * grad / bs)


def training_loop(train_dataset, model, params, lr):
    losses, accuracies = [], []
    for X, Y in train_dataset:
        X = X / SCALE
        with tf.GradientTape() as tape:
            y_hat = model(X)
            loss = cross_entropy(y_hat, tf.one_hot(Y, y_hat.shape[-1]))
        grads = tape.gradient(loss, params)
        sgd(params, grads, lr, len(X))
        losses.append(np.mean(loss))
        accuracies.append(accuracy(y_hat, Y))
    return np.mean(losses), np.mean(accuracies)


def validation_loop(val_dataset, model):
    accuracies = [accuracy(model(X / SCALE), Y) for X, Y in val_dataset]
    return np.mean(accuracies)


train_losses, val_accs = [], []
for epoch in range(1000):
    mean_loss, mean_acc = training_loop(train_dataset, model, params, lr)
    val_acc = validation_loop(val_dataset, model)
    logger.info("epoch %d: loss %.3f, accuracy %.3f, %.3f", epoch, mean_loss, mean_acc, val_acc)
    train_losses.append(mean_loss)
    val_accs.append(val_acc)

plt.plot(train_losses)
plt.plot(val_accs)
plt.show()
assert val_accs[-1] > 0.99

if __name__ == "__main__":
    raise SystemExit("finished")
