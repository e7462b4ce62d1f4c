"""Sums, loops and Gauss's elimination in plain Python; NumPy only where an array is asked."""

import math

import numpy as np


def predict(x, w, b):
    total = b
    for j in range(len(w)):
        total += x[j] * w[j]
    return float(total)


def cost(X, y, w, b):
    total = 0.0
    for i in range(len(y)):
        total += math.pow(predict(X[i], w, b) - y[i], 2)
    return total / len(y)


def mean_absolute_error(X, y, w, b):
    total = 0.0
    for i in range(len(y)):
        difference = predict(X[i], w, b) - y[i]
        if difference < 0:
            difference = -difference
        total += difference
    return total / len(y)


def gradient(X, y, w, b):
    dw = [0.0] * len(w)
    db = 0.0
    for i in range(len(y)):
        r = predict(X[i], w, b) - y[i]
        for j in range(len(w)):
            dw[j] += 2 * r * X[i][j] / len(y)
        db += 2 * r / len(y)
    return [np.array(dw), db]


def gradient_descent(X, y, w, b, learning_rate, cost_function, gradient_function, iterations):
    ws, bs, costs = [], [], []
    step = 0
    while step < iterations:
        dw, db = gradient_function(X, y, w, b)
        w = np.array([w[j] - learning_rate * dw[j] for j in range(len(w))])
        b = float(b - learning_rate * db)
        ws.append(w.tolist())
        bs.append(b)
        costs.append(float(cost_function(X, y, w, b)))
        step += 1
    return [w, b, ws, bs, costs]


def polynomial_features(x, degree):
    rows = []
    for number in x:
        row, power = [], 1.0
        for _ in range(degree):
            power *= number
            row.append(power)
        rows.append(row)
    return np.array(rows)


def normal_equation(X, y):
    rows = [[*map(float, x), 1.0] for x in X]
    size = len(rows[0])
    left = [[sum(r[i] * r[j] for r in rows) for j in range(size)] for i in range(size)]
    right = [sum(r[i] * t for r, t in zip(rows, y, strict=True)) for i in range(size)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda i: abs(left[i][column]))
        left[column], left[pivot] = left[pivot], left[column]
        right[column], right[pivot] = right[pivot], right[column]
        for i in range(size):
            if i != column:
                factor = left[i][column] / left[column][column]
                left[i] = [a - factor * c for a, c in zip(left[i], left[column], strict=True)]
                right[i] -= factor * right[column]
    solution = [right[i] / left[i][i] for i in range(size)]
    return np.array(solution[:-1]), solution[-1]
