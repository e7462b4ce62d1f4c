"""Your mean is right; in your covariance one number is taken away, the mean of the whole array.
From where is each feature measured?

From its own mean: take away the μ that you return, `Z = X - mu`.
"""


def mean_and_covariance(X):
    mu = X.mean(axis=0)
    Z = X - X.mean()
    return mu, Z.T @ Z / len(X)
