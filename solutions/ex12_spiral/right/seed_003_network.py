"""The network of the course's notes, a preallocated spiral, class ids in place of one-hot rows."""

import numpy as np
from tensorflow import keras


def make_spiral(samples, classes, noise, rng):
    X = np.zeros((samples * classes, 2))
    y = np.zeros(samples * classes, dtype="uint8")
    for j in range(classes):
        ix = range(samples * j, samples * (j + 1))
        r = np.linspace(0.0, 1, samples)
        t = np.linspace(j * 4, (j + 1) * 4, samples) + rng.standard_normal(samples) * noise
        X[ix] = np.c_[r * np.sin(t), r * np.cos(t)]
        y[ix] = j
    return X, y


def softmax_regression(X, Y, W, b):
    N = len(X)
    y = Y.argmax(axis=1)
    scores = X.dot(W) + b
    scores -= np.max(scores, axis=1, keepdims=True)
    exp_scores = np.exp(scores)
    probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)
    loss = np.sum(-np.log(probs[range(N), y])) / N
    dscores = probs
    dscores[range(N), y] -= 1
    dscores /= N
    return loss, np.dot(X.T, dscores), np.sum(dscores, axis=0)


def decision_grid(predict, X, steps):
    x_min, x_max = X[:, 0].min() - 0.1, X[:, 0].max() + 0.1
    y_min, y_max = X[:, 1].min() - 0.1, X[:, 1].max() + 0.1
    xx, yy = np.meshgrid(np.linspace(x_min, x_max, steps), np.linspace(y_min, y_max, steps))
    Z = predict(np.c_[xx.ravel(), yy.ravel()])
    return xx, yy, Z.reshape(xx.shape)


def create_network():
    model = keras.Sequential()
    for units in (128, 64, 32, 16):
        model.add(keras.layers.Dense(units, activation="relu"))
    model.add(keras.layers.Dense(3, activation="softmax"))
    return model
