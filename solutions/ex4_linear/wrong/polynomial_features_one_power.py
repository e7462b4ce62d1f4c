"""There is only the highest power. What becomes of the lower ones?

All of x, x², … x^degree are columns: a polynomial has all these terms.
"""


def polynomial_features(x, degree):
    return (x**degree).reshape(-1, 1)
