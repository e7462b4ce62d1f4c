"""You return half of x1² + x2²: no root is taken. What does Python compute first in `** 1 / 2`?

The power: `a ** 1 / 2` is (a ** 1) / 2. Write `** 0.5`, or `** (1 / 2)`, or `np.sqrt(...)`.
"""


def radius(X):
    return ((X[:, 0] ** 2 + X[:, 1] ** 2) ** 1 / 2).reshape(-1, 1)
