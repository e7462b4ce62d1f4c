"""db has two axes, (1, C). Which shape has b?

(C,): db has the same. Leave out `keepdims=True` in the last sum, or the brackets around it.
"""


def softmax_regression(X, Y, W, b):
    logits = X @ W + b
    logits = logits - np.max(logits, axis=1, keepdims=True)
    logs = logits - np.log(np.sum(np.exp(logits), axis=1, keepdims=True))
    errors = np.exp(logs) - Y
    return -np.sum(Y * logs) / len(X), X.T @ errors / len(X), np.mean(errors, axis=0, keepdims=True)
