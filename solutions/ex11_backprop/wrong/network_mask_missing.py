"""Your dW2 and db2 are right, dW1 and db1 are not: nothing stops at the relu. What does a hidden
unit with Z < 0 pass back?

0: its relu was closed for that sample. Multiply by the slope of relu at Z on the way back.
"""

import numpy as np


def network(X, Y, W1, b1, W2, b2):
    n = len(X)
    Z = X @ W1 + b1
    A = np.maximum(Z, 0)
    scores = A @ W2 + b2
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    loss = -np.sum(Y * np.log(p)) / n
    dscores = (p - Y) / n
    dW2, db2 = A.T @ dscores, dscores.sum(axis=0)
    dA = dscores @ W2.T
    dZ = dA
    dW1, db1 = X.T @ dZ, dZ.sum(axis=0)
    return loss, dW1, db1, dW2, db2
