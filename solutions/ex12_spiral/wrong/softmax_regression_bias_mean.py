"""db is one number. How many biases are there?

C, one for each class: the mean is taken over the samples alone, `axis=0`, and its shape is that
of b.
"""


def softmax_regression(X, Y, W, b):
    logits = X @ W + b
    logits = logits - np.max(logits, axis=1, keepdims=True)
    logs = logits - np.log(np.sum(np.exp(logits), axis=1, keepdims=True))
    errors = np.exp(logs) - Y
    return -np.sum(Y * logs) / len(X), X.T @ errors / len(X), np.mean(errors)
