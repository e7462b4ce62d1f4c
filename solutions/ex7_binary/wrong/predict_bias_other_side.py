"""The sign of the bias is turned: your line is where Xw is b. Where is it in the model?

Where Xw + b is 0, that is, where Xw is −b. Compare `X @ w + b` with 0.
"""


def predict(X, w, b):
    return (X @ w >= b).astype(int)
