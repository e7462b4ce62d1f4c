"""You start at row 1 and so leave out the first row, which has the number 0. Count them all."""

import tensorflow as tf


def accuracy(y_hat, Y):
    correct = 0
    for i in range(1, len(Y)):
        if int(tf.argmax(y_hat[i])) == int(Y[i]):
            correct += 1
    return correct / len(Y)
