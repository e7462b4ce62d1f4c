"""These are the values of (Σ₀ + Σ₁)/2, as if both classes had as many samples. Which of the two is
known better?

That of the larger class: give each the weight of its size, (n₀Σ₀ + n₁Σ₁)/(n₀ + n₁).
"""


def shared_covariance(X0, X1):
    return (mean_and_covariance(X0)[1] + mean_and_covariance(X1)[1]) / 2
