"""The error in your function has N × N numbers in place of N. What is a column (N, 1) minus a
vector (N,)?

NumPy takes each of the one minus each of the other. Compute `X @ w + b`, which is (N,), and look at
`.shape` before you subtract y.
"""


def gradient(X, y, w, b):
    error = sigmoid(X @ w.reshape(-1, 1) + b) - y
    return X.T @ error / len(y), error.mean()
