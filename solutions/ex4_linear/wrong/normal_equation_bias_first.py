"""The numbers are right, but the bias stands among the weights: the first of them is the bias,
and what you return as the bias is the last weight. Where did you put the column of ones?

Solutions come in the order of the columns. With the ones first, b is `solution[0]` and w is
`solution[1:]`.
"""

import numpy as np


def normal_equation(X, y):
    A = np.column_stack([np.ones(len(X)), X])
    solution = np.linalg.lstsq(A, y, rcond=None)[0]
    return solution[:-1], solution[-1]
