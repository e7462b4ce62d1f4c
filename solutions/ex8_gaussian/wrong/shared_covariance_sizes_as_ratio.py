"""This is n₀/n₁ Σ₀ + n₁/n₀ Σ₁. What do the two weights of an average add up to?

1: they are n₀/(n₀ + n₁) and n₁/(n₀ + n₁), the shares of all samples.
"""


def shared_covariance(X0, X1):
    n0, n1 = len(X0), len(X1)
    return n0 / n1 * mean_and_covariance(X0)[1] + n1 / n0 * mean_and_covariance(X1)[1]
