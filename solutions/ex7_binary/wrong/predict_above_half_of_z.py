"""You call a sample 1 where Xw + b is at least 1/2. Of which number is 1/2 asked?

The probability p should be at least 1/2, and p is 1/2 where Xw + b is 0. Take the sigmoid first, or
compare with 0.
"""


def predict(X, w, b):
    return (X @ w + b >= 0.5).astype(int)
