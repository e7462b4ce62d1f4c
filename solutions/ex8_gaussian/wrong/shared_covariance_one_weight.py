"""Σ₀ has its weight n₀/(n₀ + n₁) in yours, Σ₁ has none. What do the weights of an average add up
to?

1: Σ₁ has the weight n₁/(n₀ + n₁).
"""


def shared_covariance(X0, X1):
    n0, n1 = len(X0), len(X1)
    return n0 / (n0 + n1) * mean_and_covariance(X0)[1] + mean_and_covariance(X1)[1]
