"""Your predictions use the first feature alone. How many features does a sample have?

D of them: `X @ w` multiplies each feature by its own weight, and adds up all the products.
"""


def predict(X, w, b):
    return (X[:, 0] * w[0] + b >= 0).astype(int)
