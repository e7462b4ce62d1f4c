"""You return the probabilities. What is asked: how probable class 1 is, or which class it is?

Return 1 where p is at least 1/2, and 0 elsewhere: `p >= 0.5`.
"""


def predict(X, w, b):
    return sigmoid(X @ w + b)
