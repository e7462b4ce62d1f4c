"""The weights' gradient is divided by N·D, as many as X has numbers. How many samples are there?

The mean is over the samples, for each feature on its own: divide by N only. `np.mean` of an (N,
D) array needs `axis=0`; `X.size` is N·D.
"""


def gradient(X, y, w, b):
    residuals = X @ w + b - y
    return 2 * X.T @ residuals / X.size, 2 * residuals.mean()
