"""Your mean is the sum divided by N − 1. How many samples have been added up?

N: the mean is divided by N, and here the covariance is too.
"""


def mean_and_covariance(X):
    N = len(X)
    mu = X.sum(axis=0) / (N - 1)
    return mu, (X - mu).T @ (X - mu) / (N - 1)
