"""You multiply A by itself, which only a square matrix allows. Which shape has the matrix that is
to be inverted?

(D + 1, D + 1), whatever N is: it is `A.T @ A`, and on the other side stands `A.T @ y`.
"""

import numpy as np


def normal_equation(X, y):
    A = np.column_stack([X, np.ones(len(X))])
    solution = np.linalg.inv(A @ A) @ A @ y
    return solution[:-1], solution[-1]
