"""There is a step for each sample of a batch. How many steps does a batch take?

One, along the mean over its samples.
"""


def sgd(X, y, w, b, learning_rate, batches):
    for indices in batches:
        for index in indices:
            residual = X[index] @ w + b - y[index]
            w = w - learning_rate * 2 * residual * X[index]
            b = b - learning_rate * 2 * residual
    return w, b
