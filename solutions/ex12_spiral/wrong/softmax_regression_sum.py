"""Your loss and your gradients are N times as large: they are sums over the samples. What is
asked?

The mean over the N samples, of the loss and of all its derivatives: divide by N, once.
"""


def softmax_regression(X, Y, W, b):
    logits = X @ W + b
    logits = logits - np.max(logits, axis=1, keepdims=True)
    logs = logits - np.log(np.sum(np.exp(logits), axis=1, keepdims=True))
    errors = np.exp(logs) - Y
    return -np.sum(Y * logs), X.T @ errors, np.sum(errors, axis=0)
