"""You return n₀Σ₀ + n₁Σ₁/(n₀ + n₁). What does `/` divide?

Only what stands just before it, n₁Σ₁. Put the sum of both terms in brackets.
"""


def shared_covariance(X0, X1):
    n0, n1 = len(X0), len(X1)
    return n0 * mean_and_covariance(X0)[1] + n1 * mean_and_covariance(X1)[1] / (n0 + n1)
