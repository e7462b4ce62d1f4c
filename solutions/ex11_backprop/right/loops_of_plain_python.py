import math

import numpy as np


def evaluate(nodes):
    v = []
    for node in nodes:
        op = node[0]
        if op == "input":
            v.append(node[1])
        elif op == "add":
            v.append(v[node[1]] + v[node[2]])
        elif op == "multiply":
            v.append(v[node[1]] * v[node[2]])
        elif op == "negate":
            v.append(-v[node[1]])
        elif op == "exp":
            v.append(math.exp(v[node[1]]))
        elif op == "reciprocal":
            v.append(1.0 / v[node[1]])
    return v


def backpropagate(nodes):
    v = evaluate(nodes)
    d = [0.0 for _ in nodes]
    d[len(nodes) - 1] = 1.0
    k = len(nodes) - 1
    while k >= 0:
        op = nodes[k][0]
        if op == "add":
            for i in nodes[k][1:]:
                d[i] = d[i] + d[k]
        if op == "multiply":
            i, j = nodes[k][1], nodes[k][2]
            d[i] = d[i] + d[k] * v[j]
            d[j] = d[j] + d[k] * v[i]
        if op == "negate":
            d[nodes[k][1]] = d[nodes[k][1]] - d[k]
        if op == "exp":
            d[nodes[k][1]] = d[nodes[k][1]] + d[k] * math.exp(v[nodes[k][1]])
        if op == "reciprocal":
            d[nodes[k][1]] = d[nodes[k][1]] - d[k] / v[nodes[k][1]] ** 2
        k = k - 1
    return d


def numerical_gradient(f, x, h):
    grad = np.zeros(x.size)
    flat = x.flatten().tolist()
    for i in range(len(flat)):
        up, down = list(flat), list(flat)
        up[i] += h
        down[i] -= h
        above = f(np.array(up).reshape(x.shape))
        below = f(np.array(down).reshape(x.shape))
        grad[i] = (above - below) / (2 * h)
    return grad.reshape(x.shape)


def gradient_error(f, gradient, x, h):
    a = gradient(x).flatten().tolist()
    n = numerical_gradient(f, x, h).flatten().tolist()
    top = math.sqrt(sum((s - t) ** 2 for s, t in zip(a, n)))
    bottom = math.sqrt(sum(s * s for s in a)) + math.sqrt(sum(t * t for t in n))
    if bottom == 0:
        return 0
    return top / bottom


def dense_backward(dY, X, W):
    N, D = X.shape
    M = W.shape[1]
    dX, dW, db = np.zeros((N, D)), np.zeros((D, M)), np.zeros(M)
    for n in range(N):
        for m in range(M):
            db[m] += dY[n, m]
            for d in range(D):
                dX[n, d] += dY[n, m] * W[d, m]
                dW[d, m] += dY[n, m] * X[n, d]
    return dX, dW, db


def activation_backward(kind, dA, z):
    result = []
    for d, value in zip(dA.flatten().tolist(), z.flatten().tolist()):
        if kind == "relu":
            slope = 1.0 if value > 0 else 0.0
        elif kind == "sigmoid":
            slope = 1 / (1 + math.exp(-value)) / (1 + math.exp(value))
        else:
            slope = 1 - math.tanh(value) ** 2
        result.append(d * slope)
    return np.array(result).reshape(z.shape)


def network(X, Y, W1, b1, W2, b2):
    N = len(X)
    loss = 0.0
    dW1, db1, dW2, db2 = (np.zeros(p.shape) for p in (W1, b1, W2, b2))
    for x, y in zip(X, Y):
        z = x @ W1 + b1
        a = [max(0.0, float(t)) for t in z]
        s = (np.array(a) @ W2 + b2).tolist()
        top = max(s)
        e = [math.exp(t - top) for t in s]
        p = [t / sum(e) for t in e]
        true = y.tolist().index(1.0)
        loss -= math.log(p[true]) / N
        ds = [(p[c] - (c == true)) / N for c in range(len(p))]
        for c in range(len(ds)):
            db2[c] += ds[c]
            for h in range(len(a)):
                dW2[h, c] += a[h] * ds[c]
        for h in range(len(a)):
            if z[h] > 0:
                back = sum(W2[h, c] * ds[c] for c in range(len(ds)))
                db1[h] += back
                for d in range(len(x)):
                    dW1[d, h] += x[d] * back
    return loss, dW1, db1, dW2, db2
