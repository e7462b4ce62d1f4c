"""This is (n₁Σ₀ + n₀Σ₁)/(n₀ + n₁). Which class weighs more in it?

The smaller one. Each covariance goes with the size of its own class: (n₀Σ₀ + n₁Σ₁)/(n₀ + n₁).
"""


def shared_covariance(X0, X1):
    n0, n1 = len(X0), len(X1)
    return (n1 * mean_and_covariance(X0)[1] + n0 * mean_and_covariance(X1)[1]) / (n0 + n1)
