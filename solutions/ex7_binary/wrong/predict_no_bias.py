"""Your classes are those for a bias of 0. Where do you use b?

Add b before you decide: p = sigmoid(Xw + b).
"""


def predict(X, w, b):
    return (X @ w >= 0).astype(int)
