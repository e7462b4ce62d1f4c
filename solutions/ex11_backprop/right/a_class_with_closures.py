"""As micrograd has it: each node knows how to send its gradient back; a topological order."""

import numpy as np


class Value:
    def __init__(self, data, parents=()):
        self.data, self.grad, self.parents = data, 0.0, parents
        self.send = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def send():
            self.grad += out.grad
            other.grad += out.grad

        out.send = send
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def send():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.send = send
        return out

    def __neg__(self):
        out = Value(-self.data, (self,))

        def send():
            self.grad -= out.grad

        out.send = send
        return out

    def exp(self):
        out = Value(np.exp(self.data), (self,))

        def send():
            self.grad += out.data * out.grad

        out.send = send
        return out

    def reciprocal(self):
        out = Value(self.data**-1, (self,))

        def send():
            self.grad -= self.data**-2 * out.grad

        out.send = send
        return out

    def backward(self):
        order, seen = [], set()

        def visit(v):
            if id(v) not in seen:
                seen.add(id(v))
                for p in v.parents:
                    visit(p)
                order.append(v)

        visit(self)
        self.grad = 1.0
        for v in reversed(order):
            v.send()


def build(nodes):
    made = []
    for kind, *rest in nodes:
        if kind == "input":
            made.append(Value(*rest))
            continue
        a = [made[i] for i in rest]
        made.append(
            {
                "add": lambda: a[0] + a[1],
                "multiply": lambda: a[0] * a[1],
                "negate": lambda: -a[0],
                "exp": lambda: a[0].exp(),
                "reciprocal": lambda: a[0].reciprocal(),
            }[kind]()
        )
    return made


def evaluate(nodes):
    return [v.data for v in build(nodes)]


def backpropagate(nodes):
    made = build(nodes)
    made[-1].backward()
    return tuple(v.grad for v in made)


def numerical_gradient(f, x, h):
    # As CS231n does it: in place, and put back.
    grad = np.zeros_like(x)
    it = np.nditer(x, flags=["multi_index"], op_flags=["readwrite"])
    while not it.finished:
        ix = it.multi_index
        old = float(x[ix])
        x[ix] = old + h
        above = f(x)
        x[ix] = old - h
        below = f(x)
        x[ix] = old
        grad[ix] = (above - below) / (2 * h)
        it.iternext()
    return grad


def gradient_error(f, gradient, x, h):
    a, n = gradient(x), numerical_gradient(f, x, h)
    return np.sqrt(((a - n) ** 2).sum()) / (np.sqrt((a**2).sum()) + np.sqrt((n**2).sum()) + 1e-8)


class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, X):
        self.X = X
        return X.dot(self.W) + self.b

    def backward(self, dY):
        self.dX, self.dW, self.db = dense_backward(dY, self.X, self.W)
        return self.dX


class Relu:
    def forward(self, Z):
        self.mask = Z <= 0
        out = Z.copy()
        out[self.mask] = 0
        return out

    def backward(self, dA):
        dA = dA.copy()
        dA[self.mask] = 0
        return dA


def dense_backward(dY, X, W):
    return [dY.dot(W.transpose()), X.transpose().dot(dY), dY.sum(0)]


def activation_backward(kind, dA, z):
    if kind == "relu":
        out = np.array(dA)
        out[z < 0] = 0
        return out
    if kind == "sigmoid":
        a = 1.0 / (1.0 + np.exp(-z))
        return dA * a * (1.0 - a)
    a = np.tanh(z)
    return dA - dA * a * a


def network(X, Y, W1, b1, W2, b2):
    first, relu, second = Dense(W1, b1), Relu(), Dense(W2, b2)
    scores = second.forward(relu.forward(first.forward(X)))
    e = np.exp(scores - scores.max(1)[:, np.newaxis])
    p = e / e.sum(1)[:, np.newaxis]
    loss = np.mean(-np.log(p[np.arange(len(X)), Y.argmax(1)]))
    first.backward(relu.backward(second.backward((p - Y) / X.shape[0])))
    return loss, first.dW, first.db, second.dW, second.db
