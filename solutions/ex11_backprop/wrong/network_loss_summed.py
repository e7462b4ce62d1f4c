"""Your loss, your gradients, or both are N times the right ones: they are sums over the samples.
What is the loss of N samples?

The mean of their losses. Divide the sum by N, once, and also what goes back from it: (p − Y)/N at
the scores.
"""

import numpy as np


def network(X, Y, W1, b1, W2, b2):
    n = len(X)
    Z = X @ W1 + b1
    A = np.maximum(Z, 0)
    scores = A @ W2 + b2
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    loss = -np.sum(Y * np.log(p))
    dscores = (p - Y) / n
    dW2, db2 = A.T @ dscores, dscores.sum(axis=0)
    dA = dscores @ W2.T
    dZ = dA * (Z > 0)
    dW1, db1 = X.T @ dZ, dZ.sum(axis=0)
    return loss, dW1, db1, dW2, db2
