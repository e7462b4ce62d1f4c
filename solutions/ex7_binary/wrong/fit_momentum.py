"""Each step keeps nine tenths of the step before it, so it goes further. Does the formula know of
an earlier step?

No: that is the momentum of other optimizers. Here a step is the learning rate times the gradient
at the present point, and nothing else.
"""

import numpy as np


def fit(X, y, learning_rate, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    vw, vb = 0, 0
    for _ in range(steps):
        dw, db = gradient(X, y, w, b)
        vw, vb = 0.9 * vw + dw, 0.9 * vb + db
        w, b = w - learning_rate * vw, b - learning_rate * vb
    return w, b
