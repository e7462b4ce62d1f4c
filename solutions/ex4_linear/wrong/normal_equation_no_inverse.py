"""You multiply by A.T @ A where you should divide. What do you have to do with the equation (A.T
A) p = A.T y to get p?

Solve it: `np.linalg.solve` takes the matrix and the right side. Or multiply the right side by the
inverse of the matrix.
"""

import numpy as np


def normal_equation(X, y):
    A = np.column_stack([X, np.ones(len(X))])
    solution = A.T @ A @ (A.T @ y)
    return solution[:-1], solution[-1]
