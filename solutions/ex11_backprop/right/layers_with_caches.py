"""In the style of CS231n's assignments: forward functions that give a cache, backward ones."""

import numpy as np


def evaluate(nodes):
    cache = {}
    for k, node in enumerate(nodes):
        name, args = node[0], node[1:]
        x = cache.get(args[0])
        cache[k] = (
            args[0] if name == "input"
            else x + cache[args[1]] if name == "add"
            else x * cache[args[1]] if name == "multiply"
            else 0 - x if name == "negate"
            else np.e**x if name == "exp"
            else np.divide(1, x)
        )
    return list(cache.values())


def backpropagate(nodes):
    """Ask each node for the sum over its users, and remember the answers."""
    values, answers = evaluate(nodes), {len(nodes) - 1: 1.0}

    def slope(k, position):
        kind, *r = nodes[k]
        if kind == "multiply":
            return values[r[1 - position]]
        return {"add": 1, "negate": -1, "exp": values[k], "reciprocal": -(values[k] ** 2)}[kind]

    def ask(i):
        if i not in answers:
            answers[i] = sum(
                ask(k) * slope(k, position)
                for k in range(i + 1, len(nodes))
                for position, j in enumerate(nodes[k][1:])
                if nodes[k][0] != "input" and j == i
            )
        return answers[i]

    return np.array([ask(i) for i in range(len(nodes))], dtype=float)


def numerical_gradient(f, x, h):
    x = x.copy()
    grad = np.zeros_like(x)
    for i in range(x.size):
        keep = x.flat[i]
        x.flat[i] = keep + h
        p = f(x.copy())
        x.flat[i] = keep - h
        m = f(x.copy())
        x.flat[i] = keep
        grad.flat[i] = (p - m) / (2.0 * h)
    return grad


def gradient_error(f, gradient, x, h):
    analytic, numeric = gradient(x.copy()), numerical_gradient(f, x, h)
    numerator = np.linalg.norm(np.ravel(analytic - numeric))
    denominator = np.linalg.norm(np.ravel(analytic)) + np.linalg.norm(np.ravel(numeric))
    with np.errstate(all="ignore"):
        return np.nan_to_num(numerator / denominator)


def affine_forward(x, w, b):
    return x.dot(w) + b, (x, w, b)


def affine_backward(dout, cache):
    x, w, b = cache
    return dout.dot(w.T), x.T.dot(dout), np.sum(dout, axis=0)


def relu_forward(x):
    return np.maximum(0, x), x


def relu_backward(dout, cache):
    dx = dout.copy()
    dx[cache <= 0] = 0
    return dx


def softmax_loss(x, y):
    shifted = x - np.max(x, axis=1, keepdims=True)
    Z = np.sum(np.exp(shifted), axis=1, keepdims=True)
    log_probs = shifted - np.log(Z)
    N = x.shape[0]
    loss = -np.sum(log_probs[np.arange(N), y]) / N
    dx = np.exp(log_probs).copy()
    dx[np.arange(N), y] -= 1
    dx /= N
    return loss, dx


def dense_backward(dY, X, W):
    return affine_backward(dY, (X, W, None))


def activation_backward(kind, dA, z):
    if kind == "relu":
        return relu_backward(dA, z)
    if kind == "sigmoid":
        out = np.reciprocal(1 + np.exp(-z))
        return dA * out * (1 - out)
    out = (np.exp(2 * z) - 1) / (np.exp(2 * z) + 1)
    return dA * (1 + out) * (1 - out)


def network(X, Y, W1, b1, W2, b2):
    a1, fc1 = affine_forward(X, W1, b1)
    r1, relu = relu_forward(a1)
    scores, fc2 = affine_forward(r1, W2, b2)
    loss, dscores = softmax_loss(scores, np.argmax(Y, axis=1))
    grads = {}
    dr1, grads["W2"], grads["b2"] = affine_backward(dscores, fc2)
    _, grads["W1"], grads["b1"] = affine_backward(relu_backward(dr1, relu), fc1)
    return loss, grads["W1"], grads["b1"], grads["W2"], grads["b2"]
