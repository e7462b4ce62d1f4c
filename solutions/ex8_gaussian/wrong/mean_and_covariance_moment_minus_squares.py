"""Your mean and your variances are right, the numbers off the diagonal are not: μ ** 2, a vector,
is taken away from every row. What is to be taken away at row j and column k?

μ_j μ_k: the matrix `np.outer(mu, mu)`.
"""


def mean_and_covariance(X):
    mu = X.mean(axis=0)
    return mu, X.T @ X / len(X) - mu**2
