"""Each of your steps goes along the sum of all gradients until then. Which gradient does a step
use?

The one at the point where it begins, and no other. Compute it anew in each step, with `=`
and not with `+=`.
"""

import numpy as np


def fit(X, y, learning_rate, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    sum_w, sum_b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        dw, db = gradient(X, y, w, b)
        sum_w, sum_b = sum_w + dw, sum_b + db
        w, b = w - learning_rate * sum_w, b - learning_rate * sum_b
    return w, b
