"""dW has the shape (C, D). Which shape has W?

(D, C), a row for each column of X: in the product the transposed X comes first, then P − Y.
"""


def softmax_regression(X, Y, W, b):
    logits = X @ W + b
    logits = logits - np.max(logits, axis=1, keepdims=True)
    logs = logits - np.log(np.sum(np.exp(logits), axis=1, keepdims=True))
    errors = np.exp(logs) - Y
    return -np.sum(Y * logs) / len(X), errors.T @ X / len(X), np.mean(errors, axis=0)
