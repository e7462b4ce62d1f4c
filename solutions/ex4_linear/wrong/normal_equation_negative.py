"""All signs are the opposite ones. On which side of the equation is y?

The gradient is 0 where (A.T A) p = A.T y: both sides have a plus.
"""

import numpy as np


def normal_equation(X, y):
    A = np.column_stack([X, np.ones(len(X))])
    solution = -np.linalg.solve(A.T @ A, A.T @ y)
    return solution[:-1], solution[-1]
