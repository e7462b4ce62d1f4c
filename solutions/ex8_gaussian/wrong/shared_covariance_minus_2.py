"""These are the values for a division by n₀ + n₁ − 2. What is the divisor here?

n₀ + n₁: that is the maximum likelihood, as in `mean_and_covariance`.
"""


def shared_covariance(X0, X1):
    n0, n1 = len(X0), len(X1)
    total = n0 * mean_and_covariance(X0)[1] + n1 * mean_and_covariance(X1)[1]
    return total / (n0 + n1 - 2)
