"""You draw from the batch anew, and so the gradients of the weights and of the bias are of
different samples. Which samples are in the batch?

Those of `indices`, each as often as it stands there, for both gradients. Some course notes draw
an index for w and another one for b.
"""

import numpy as np


def minibatch_gradient(X, y, w, b, indices):
    i = np.random.choice(indices, len(indices))
    dw = 2 * X[i].T @ (X[i] @ w + b - y[i]) / len(i)
    i = np.random.choice(indices, len(indices))
    db = 2 * np.mean(X[i] @ w + b - y[i])
    return dw, db
