"""You return the square of the product, x1² · x2². What happens to its sign?

A square is never negative, so it can't tell the quadrants apart. Multiply the coordinates as they
are: x1 · x2.
"""


def product(X):
    return X[:, :1] ** 2 * X[:, 1:] ** 2
