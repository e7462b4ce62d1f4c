"""This is A.T @ y alone: how each column goes along with y. What stands on the other side of the
equation?

(A.T A) p = A.T y: solve it for p. `np.linalg.solve` takes the matrix and the right side.
"""

import numpy as np


def normal_equation(X, y):
    A = np.column_stack([X, np.ones(len(X))])
    solution = A.T @ y
    return solution[:-1], solution[-1]
