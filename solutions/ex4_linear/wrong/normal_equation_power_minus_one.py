"""Each number of A^T A became 1 over itself. What is the inverse of a matrix?

The matrix that gives the identity with it, and `** -1` does not make it of an array. Use
`np.linalg.inv`, or `np.linalg.solve`.
"""

import numpy as np


def normal_equation(X, y):
    A = np.column_stack([X, np.ones(len(X))])
    p = (A.T @ A) ** -1 @ A.T @ y
    return p[:-1], p[-1]
