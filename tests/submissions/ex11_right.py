"""Exercise 11 in a style of its own: a table of (value, slopes), nditer, and a backward pass on one page."""

import numpy as np

OPS = {
    "input": (lambda x: x, lambda x, v: []),
    "add": (lambda a, b: a + b, lambda a, b, v: [1.0, 1.0]),
    "multiply": (lambda a, b: a * b, lambda a, b, v: [b, a]),
    "negate": (lambda a: -a, lambda a, v: [-1.0]),
    "exp": (lambda a: np.exp(a), lambda a, v: [v]),
    "reciprocal": (lambda a: 1.0 / a, lambda a, v: [-1.0 / (a * a)]),
}

def args(node, vals):
    return node[1:] if node[0] == "input" else [vals[i] for i in node[1:]]

def evaluate(nodes):
    vals = []
    for node in nodes:
        vals.append(OPS[node[0]][0](*args(node, vals)))
    return vals

def backpropagate(nodes):
    vals, grads = evaluate(nodes), np.zeros(len(nodes))
    grads[-1] = 1.0
    for node, val, k in list(zip(nodes, vals, range(len(nodes))))[::-1]:
        for i, s in zip(node[1:], OPS[node[0]][1](*args(node, vals), val)):
            grads[i] += grads[k] * s
    return grads

def numerical_gradient(f, x, h):
    out, work = np.zeros_like(x), x.copy()
    it = np.nditer(x, flags=["multi_index", "zerosize_ok"])
    for v in it:
        work[it.multi_index] = v + h; up = f(work)
        work[it.multi_index] = v - h; down = f(work)
        work[it.multi_index] = v
        out[it.multi_index] = (up - down) / (2 * h)
    return out

def gradient_error(f, gradient, x, h):
    a, n = gradient(x).ravel(), numerical_gradient(f, x, h).ravel()
    return np.linalg.norm(a - n) / max(1e-8, np.linalg.norm(a) + np.linalg.norm(n))

def dense_backward(dY, X, W):
    return np.dot(dY, W.T), np.dot(X.T, dY), dY.sum(axis=0)

def activation_backward(kind, dA, z):
    if kind == "relu":
        return np.where(z > 0, dA, 0.0)
    if kind == "tanh":
        return dA * (1.0 - np.tanh(z) ** 2)
    s = 1.0 / (1.0 + np.exp(-z))
    return dA * (s - s**2)

def network(X, Y, W1, b1, W2, b2):
    n = X.shape[0]
    Z = X @ W1 + b1; H = Z.clip(min=0); S = H @ W2 + b2
    E = np.exp(S - S.max(axis=1).reshape(n, 1)); P = E / E.sum(axis=1).reshape(n, 1)
    loss = -np.log(P[Y == 1]).mean()
    dS = (P - Y) / n
    dZ = dS @ W2.T; dZ[Z < 0] = 0
    return loss, X.T @ dZ, dZ.sum(axis=0), H.T @ dS, dS.sum(axis=0)
