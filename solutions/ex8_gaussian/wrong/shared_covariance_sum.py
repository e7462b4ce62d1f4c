"""This is n₀Σ₀ + n₁Σ₁, a sum over all the samples. What makes it an average?

Divide it by the number of all samples, n₀ + n₁.
"""


def shared_covariance(X0, X1):
    return len(X0) * mean_and_covariance(X0)[1] + len(X1) * mean_and_covariance(X1)[1]
