"""This is (n₀Σ₀ + n₁Σ₁)/2. What do the weights of an average add up to?

1, and yours add up to (n₀ + n₁)/2: divide by the number of all samples, n₀ + n₁.
"""


def shared_covariance(X0, X1):
    _, S0 = mean_and_covariance(X0)
    _, S1 = mean_and_covariance(X1)
    return (len(X0) * S0 + len(X1) * S1) / 2
