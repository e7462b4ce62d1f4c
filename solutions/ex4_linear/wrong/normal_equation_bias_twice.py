"""The first result has all D + 1 numbers in it: the bias stands behind the weights, and then once
more by itself. How many weights are there?

D of them: `p[:-1]`. The bias is `p[-1]`.
"""

import numpy as np


def normal_equation(X, y):
    A = np.column_stack([X, np.ones(len(X))])
    p = np.linalg.solve(A.T @ A, A.T @ y)
    return p, p[-1]
