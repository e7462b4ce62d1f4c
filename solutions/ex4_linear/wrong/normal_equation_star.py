"""The inverse is multiplied by A^T y number by number, and then its columns are summed. Along
which axis does a matrix product sum?

Along each row of the inverse, which is `axis=1`. `@` multiplies and sums: `np.linalg.inv(A.T @ A)
@ (A.T @ y)`. `np.linalg.solve` does without the inverse.
"""

import numpy as np


def normal_equation(X, y):
    A = np.column_stack([X, np.ones(len(X))])
    p = (np.linalg.inv(A.T @ A) * (A.T @ y)).sum(axis=0)
    return p[:-1], p[-1]
