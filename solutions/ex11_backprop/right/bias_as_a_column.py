import numpy as np
from functools import reduce


def evaluate(nodes):
    def step(v, node):
        kind, *r = node
        x = v[r[0]] if kind != "input" else r[0]
        y = v[r[-1]] if kind in ("add", "multiply") else None
        return v + [
            {
                "input": lambda: x,
                "add": lambda: x + y,
                "multiply": lambda: x * y,
                "negate": lambda: -x,
                "exp": lambda: np.exp(x),
                "reciprocal": lambda: x**-1.0,
            }[kind]()
        ]

    return reduce(step, nodes, [])


def backpropagate(nodes):
    """The Jacobian of one node by the others is strictly lower triangular: solve with it."""
    n, v = len(nodes), evaluate(nodes)
    J = np.zeros((n, n))
    for k, (kind, *r) in enumerate(nodes):
        if kind == "add":
            J[k, r[0]] += 1
            J[k, r[1]] += 1
        if kind == "multiply":
            J[k, r[0]] += v[r[1]]
            J[k, r[1]] += v[r[0]]
        if kind == "negate":
            J[k, r[0]] = -1
        if kind == "exp":
            J[k, r[0]] = v[k]
        if kind == "reciprocal":
            J[k, r[0]] = -v[k] * v[k]
    return np.linalg.solve(np.eye(n) - J.T, np.eye(n)[-1])


def numerical_gradient(f, x, h):
    if x.ndim == 0:
        return (f(x + h) - f(x - h)) / (2 * h)
    out = np.empty(x.shape)
    for place in np.argwhere(np.ones(x.shape)):
        mask = np.zeros(x.shape)
        mask[tuple(place)] = 1
        out[tuple(place)] = (f(x + h * mask) - f(x - h * mask)) / (2 * h)
    return out


def gradient_error(f, gradient, x, h):
    norm = lambda v: np.sqrt(np.sum(np.square(v)))
    a, n = gradient(x), numerical_gradient(f, x, h)
    return norm(a - n) / (norm(a) + norm(n)) if norm(a) + norm(n) > 0 else 0.0


def dense_backward(dY, X, W):
    ones = np.column_stack([X, np.ones(len(X))])
    both = ones.T @ dY
    return dY @ W.T, both[:-1], both[-1]


def activation_backward(kind, dA, z):
    # A complex step: no differences are taken, so nothing is lost.
    if kind == "relu":
        return np.where(np.greater(z, 0), dA, np.zeros_like(dA))
    t = z + 1e-20j
    a = np.tanh(t) if kind == "tanh" else 1 / (1 + np.exp(-t))
    return dA * a.imag / 1e-20


def network(X, Y, W1, b1, W2, b2):
    one = np.ones((len(X), 1))
    X1, V1, V2 = np.hstack([X, one]), np.vstack([W1, b1]), np.vstack([W2, b2])
    Z = X1 @ V1
    mask = np.where(Z > 0, 1.0, 0.0)
    A1 = np.hstack([Z * mask, one])
    S = A1 @ V2
    m = S.max(1, keepdims=True)
    L = m + np.log(np.exp(S - m).sum(1, keepdims=True))
    loss = ((L - S) * Y).sum() / len(X)
    G = (np.exp(S - L) - Y) / len(X)
    dV2 = A1.T @ G
    dV1 = X1.T @ ((G @ V2.T)[:, :-1] * mask)
    return loss, dV1[:-1], dV1[-1], dV2[:-1], dV2[-1]
