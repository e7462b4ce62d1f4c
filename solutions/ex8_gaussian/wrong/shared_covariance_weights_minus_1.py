"""You weigh with n₀ − 1 and n₁ − 1, and divide by n₀ + n₁ − 2. Which covariances are weighed so?

Those that are divided by n − 1. Yours are divided by n: (n₀Σ₀ + n₁Σ₁)/(n₀ + n₁).
"""


def shared_covariance(X0, X1):
    n0, n1 = len(X0) - 1, len(X1) - 1
    return (n0 * mean_and_covariance(X0)[1] + n1 * mean_and_covariance(X1)[1]) / (n0 + n1)
