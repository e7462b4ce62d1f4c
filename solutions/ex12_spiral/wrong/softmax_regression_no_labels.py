"""Your gradients know nothing of Y. What is left of P when the labels are taken into account?

P − Y: 1 is taken away at the true class of each row. P alone would be the gradient of another
loss.
"""


def softmax_regression(X, Y, W, b):
    logits = X @ W + b
    logits = logits - np.max(logits, axis=1, keepdims=True)
    logs = logits - np.log(np.sum(np.exp(logits), axis=1, keepdims=True))
    errors = np.exp(logs)
    return -np.sum(Y * logs) / len(X), X.T @ errors / len(X), np.mean(errors, axis=0)
