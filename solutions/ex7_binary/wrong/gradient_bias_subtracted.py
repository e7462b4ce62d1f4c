"""The bias is subtracted: your p is sigmoid(Xw − b). Which sign has b in the model?

It is added: p = sigmoid(Xw + b).
"""


def gradient(X, y, w, b):
    error = sigmoid(X @ w - b) - y
    return X.T @ error / len(y), error.mean()
