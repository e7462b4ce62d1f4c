"""The bias comes first, and then the weights. In which order are they asked?

Weights first, as in `gradient`: `return w, b`.
"""

import numpy as np


def normal_equation(X, y):
    A = np.column_stack([X, np.ones(len(X))])
    solution = np.linalg.solve(A.T @ A, A.T @ y)
    return solution[-1], solution[:-1]
