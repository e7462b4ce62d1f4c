"""from tensorflow import ..., functions under other names, and import tensorflow.math."""

import tensorflow.math
from tensorflow import argmax, cast, exp, float32, int64, reshape
from tensorflow import reduce_max as biggest
from tensorflow import reduce_sum as total
from tensorflow.math import reduce_mean


def my_softmax(x):
    x = exp(x - biggest(x, 1, keepdims=True))
    return x / total(x, 1, keepdims=True)


def nll(p, y):
    return -tensorflow.math.log(total(p * y, 1))


softmax, cross_entropy = my_softmax, nll


def model(X, W, b):
    return softmax(tensorflow.matmul(reshape(X, (-1, W.shape[0])), W) + b)


def accuracy(y_hat, Y):
    return reduce_mean(cast(argmax(y_hat, -1) == cast(Y, int64), float32))
