"""This is (n₀²Σ₀ + n₁²Σ₁)/(n₀ + n₁): the sizes stand there twice. What is a sum over the samples of
one class already?

n₀Σ₀: it has its weight, because it was not divided. Either divide each sum by its own number first,
or leave the weights out.
"""


def shared_covariance(X0, X1):
    n0, n1 = len(X0), len(X1)
    Z0, Z1 = X0 - X0.mean(axis=0), X1 - X1.mean(axis=0)
    return (n0 * (Z0.T @ Z0) + n1 * (Z1.T @ Z1)) / (n0 + n1)
