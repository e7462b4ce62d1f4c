import numpy as np

f32 = np.float32


def evaluate(nodes):
    v = []
    for kind, *r in nodes:
        a = [f32(r[0])] if kind == "input" else [v[i] for i in r]
        match kind:
            case "input":
                v.append(a[0])
            case "add":
                v.append(a[0] + a[1])
            case "multiply":
                v.append(a[0] * a[1])
            case "negate":
                v.append(-a[0])
            case "exp":
                v.append(np.exp(a[0]))
            case "reciprocal":
                v.append(f32(1) / a[0])
    return np.array(v, dtype=f32)


def backpropagate(nodes):
    v = evaluate(nodes)
    d = np.zeros(len(v), f32)
    d[-1] = 1
    for k in range(len(nodes))[::-1]:
        kind, *r = nodes[k]
        match kind:
            case "add":
                d[r[0]] += d[k]
                d[r[1]] += d[k]
            case "multiply":
                d[r[0]] += d[k] * v[r[1]]
                d[r[1]] += d[k] * v[r[0]]
            case "negate":
                d[r[0]] -= d[k]
            case "exp":
                d[r[0]] += d[k] * v[k]
            case "reciprocal":
                d[r[0]] -= d[k] * v[k] * v[k]
    return d


def numerical_gradient(f, x, h):
    out = np.empty(x.shape, f32)
    for place, old in np.ndenumerate(x):
        x[place] = old + h
        above = f(x)
        x[place] = old - h
        out[place] = (above - f(x)) / (h + h)
        x[place] = old
    return out


def gradient_error(f, gradient, x, h):
    a = np.asarray(gradient(x), f32).ravel()
    n = np.asarray(numerical_gradient(f, x, h), f32).ravel()
    below = max(np.linalg.norm(a) + np.linalg.norm(n), 1e-8)
    return np.linalg.norm(a - n) / below


def dense_backward(dY, X, W):
    dY, X, W = dY.astype(f32), X.astype(f32), W.astype(f32)
    return dY @ W.T, X.T @ dY, dY.sum(axis=0)


def activation_backward(kind, dA, z):
    dA, z = dA.astype(f32), z.astype(f32)
    if kind == "relu":
        return np.where(z > 0, dA, 0)
    if kind == "tanh":
        return dA * (1 - np.square(np.tanh(z)))
    s = 1 / (1 + np.exp(-z))
    return dA * s * (1 - s)


def network(X, Y, W1, b1, W2, b2):
    X, Y, W1, b1, W2, b2 = (np.asarray(p, f32) for p in (X, Y, W1, b1, W2, b2))
    H = np.maximum(0, X @ W1 + b1)
    S = H @ W2 + b2
    S = S - S.max(axis=1, keepdims=True)
    P = np.exp(S)
    P /= P.sum(axis=1, keepdims=True)
    loss = -np.mean(np.log(np.sum(P * Y, axis=1)))
    dS = (P - Y) / f32(len(X))
    dH = dS @ W2.T
    dH[H <= 0] = 0
    return loss, X.T @ dH, dH.sum(axis=0), H.T @ dS, dS.sum(axis=0)
