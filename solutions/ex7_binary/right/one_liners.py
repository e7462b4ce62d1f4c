import numpy as np

sigmoid = lambda z: 1 / (1 + np.exp(-np.clip(z, -500, 500)))  # noqa: E731
binary_cross_entropy = lambda p, y: -np.log(1 - np.abs(y - p)).mean()  # noqa: E731
gradient = lambda X, y, w, b: (  # noqa: E731
    (X.T * (sigmoid(X @ w + b) - y)).mean(1),
    (sigmoid(X @ w + b) - y).mean(),
)
predict = lambda X, w, b: np.floor(sigmoid(X @ w + b) + 0.5)  # noqa: E731
radius = lambda X: abs(X[:, 0] + 1j * X[:, 1])[:, None]  # noqa: E731
product = lambda X: np.multiply.reduce(X, axis=1, keepdims=True)  # noqa: E731


def fit(X, y, learning_rate, steps, w=0, b=0):
    w = w + np.zeros(X.shape[1])
    if steps == 0:
        return w, b
    dw, db = gradient(X, y, w, b)
    return fit(X, y, learning_rate, steps - 1, w - learning_rate * dw, b - learning_rate * db)
