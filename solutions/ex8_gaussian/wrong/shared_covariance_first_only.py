"""This is the covariance of class 0 alone. What becomes of the other class?

Both count, each by its size: (n₀Σ₀ + n₁Σ₁)/(n₀ + n₁).
"""


def shared_covariance(X0, X1):
    return mean_and_covariance(X0)[1]
