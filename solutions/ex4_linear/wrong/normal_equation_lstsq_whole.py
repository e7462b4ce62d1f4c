"""The first result has all D + 1 numbers in it, the bias among them; the second is another thing
that `np.linalg.lstsq` returns. What are its results?

The solution is the first of four, and the second is the sum of the squared residuals. Take `p =
np.linalg.lstsq(A, y, rcond=None)[0]`, and then its parts, `p[:-1]` and `p[-1]`.
"""

import numpy as np


def normal_equation(X, y):
    A = np.column_stack([X, np.ones(len(X))])
    w, b = np.linalg.lstsq(A, y, rcond=None)[:2]
    return w, b
