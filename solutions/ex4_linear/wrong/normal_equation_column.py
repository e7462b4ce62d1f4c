"""The weights stand in a column, of shape (D, 1), and the bias in a vector of one number. Which
shape has y in your equation?

With y of shape (N,), as it is given, the solution has the shape (D + 1,): its part `[:-1]` is
(D,), and its part `[-1]` a number. `.ravel()` makes a vector of a column.
"""

import numpy as np


def normal_equation(X, y):
    A = np.column_stack([X, np.ones(len(X))])
    solution = np.linalg.solve(A.T @ A, A.T @ y.reshape(-1, 1))
    return solution[:-1], solution[-1]
