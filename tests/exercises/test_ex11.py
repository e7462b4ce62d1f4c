"""Exercise 11, with files that are not in the course's folders."""

import re

import pytest
from conftest import ROOT, result
from support.words import said

from grader.course import key as keys
from grader.course.course import Course
from grader.judge.grading import judge
from grader.judge.submission import Submission
from grader.report import Verdict
from grader.wire.messages import Unit


@pytest.fixture(scope="module")
def lesson():
    """The exercise."""
    return Course(ROOT).lesson("ex11")


@pytest.fixture(scope="module")
def grade(lesson, numpy_zygote):
    """Grade source text, optionally only some functions."""
    key = keys.read_key(lesson.key_path)

    def graded(source, *only):
        submission = Submission("backprop.py", (Unit("backprop.py", source),))
        return judge(lesson, key, submission, numpy_zygote, only=only)

    return graded


RIGHT = {
    "a generator": """
import math
def evaluate(nodes):
    v = {}
    for k, (op, *r) in enumerate(nodes):
        a = r[0] if op == "input" else v[r[0]]
        b = v[r[1]] if len(r) > 1 else 0.0
        v[k] = {"input": a, "add": a + b, "multiply": a * b, "negate": -a}.get(op)
        if op == "exp":
            v[k] = math.exp(a)
        if op == "reciprocal":
            v[k] = a ** -1
        yield v[k]
""",
    "recursion with a memory": """
import functools, math
def evaluate(nodes):
    @functools.lru_cache(None)
    def value(k):
        op, *r = nodes[k]
        if op == "input":
            return float(r[0])
        if op == "add":
            return value(r[0]) + value(r[1])
        if op == "multiply":
            return math.prod(value(i) for i in r)
        return {"negate": lambda x: 0 - x, "exp": math.exp, "reciprocal": lambda x: 1 / x}[op](
            value(r[0])
        )
    return tuple(value(k) for k in range(len(nodes)))
""",
    "the sum over the users of each node": """
import numpy as np
def backpropagate(nodes):
    v = list(evaluate(nodes))
    users = {i: [] for i in range(len(nodes))}
    for k, (op, *r) in enumerate(nodes):
        if op != "input":
            slopes = {"add": [1, 1], "multiply": [v[r[-1]], v[r[0]]], "negate": [-1],
                      "exp": [v[k]], "reciprocal": [-v[k] ** 2]}[op]
            for i, s in zip(r, slopes):
                users[i].append((k, s))
    d = {}
    for i in sorted(users, reverse=True):
        d[i] = sum(d[k] * s for k, s in users[i]) + (i == len(nodes) - 1)
    return [d[i] for i in range(len(nodes))]
def evaluate(nodes):
    v = []
    for op, *r in nodes:
        a = r if op == "input" else [v[i] for i in r]
        v.append({"input": lambda: a[0], "add": lambda: sum(a), "multiply": lambda: np.prod(a),
                  "negate": lambda: -a[0], "exp": lambda: np.exp(a[0]),
                  "reciprocal": lambda: 1 / a[0]}[op]())
    return v
""",
    "all paths": """
def backpropagate(nodes):
    v = list(evaluate(nodes))
    d = [0.0] * len(nodes)
    def walk(k, arriving):
        d[k] += arriving
        op, *r = nodes[k]
        if op == "add":
            walk(r[0], arriving)
            walk(r[1], arriving)
        elif op == "multiply":
            walk(r[0], arriving * v[r[1]])
            walk(r[1], arriving * v[r[0]])
        elif op != "input":
            walk(r[0], arriving * {"negate": -1, "exp": v[k], "reciprocal": -v[k] * v[k]}[op])
    walk(len(nodes) - 1, 1.0)
    return (x for x in d)
def evaluate(nodes):
    import math
    v = []
    for op, *r in nodes:
        if op == "input":
            v.append(r[0])
        else:
            a, b = v[r[0]], v[r[-1]]
            v.append(a + b if op == "add" else a * b if op == "multiply" else -a
                     if op == "negate" else math.exp(a) if op == "exp" else 1 / a)
    return v
""",
    "a stack of operations, popped from the end": """
import numpy as np
def backpropagate(nodes):
    v, tape = np.zeros(len(nodes)), []
    for k, (op, *r) in enumerate(nodes):
        if op == "input":
            v[k] = r[0]
            continue
        a = v[r]
        v[k], slopes = {
            "add": lambda: (a.sum(), np.ones(2)),
            "multiply": lambda: (a.prod(), a[::-1]),
            "negate": lambda: (-a[0], np.array([-1.0])),
            "exp": lambda: (np.exp(a[0]), np.exp(a)),
            "reciprocal": lambda: (1 / a[0], -1 / a**2),
        }[op]()
        tape.append((k, r, slopes.copy()))
    d = np.zeros(len(nodes))
    d[-1] += 1
    while tape:
        k, r, slopes = tape.pop()
        np.add.at(d, r, slopes * d[k])
    return d
""",
    "a complex step": """
import cmath
def run(nodes, at=None, by=0):
    v = []
    for k, (op, *r) in enumerate(nodes):
        a = r if op == "input" else [v[i] for i in r]
        new = (a[0] if op == "input" else a[0] + a[1] if op == "add" else a[0] * a[1]
               if op == "multiply" else -a[0] if op == "negate" else cmath.exp(a[0])
               if op == "exp" else 1 / a[0])
        v.append(new + (by if k == at else 0))
    return v[-1]
def backpropagate(nodes):
    return [complex(run(nodes, k, 1e-30j)).imag / 1e-30 for k in range(len(nodes))]
""",
    "slices of a flat copy": """
import numpy as np
def numerical_gradient(f, x, h):
    flat = x.reshape(-1).copy()
    out = []
    for i, old in enumerate(flat):
        values = []
        for way in (-h, h):
            flat[i] = old + way
            values.append(f(flat.reshape(x.shape)))
        flat[i] = old
        out.append((values[1] - values[0]) / h / 2)
    return np.reshape(out, x.shape)
""",
    "in place and put back": """
import numpy as np
def numerical_gradient(f, x, h):
    out = np.full_like(x, np.nan)
    for place in np.ndindex(x.shape):
        kept = x[place].copy() if hasattr(x[place], "copy") else x[place]
        try:
            x[place] = kept + h
            out[place] = f(x)
            x[place] = kept - h
            out[place] -= f(x)
        finally:
            x[place] = kept
    return out / (h + h)
""",
    "numbers for a shape of ()": """
import numpy as np
def numerical_gradient(f, x, h):
    if not x.shape:
        return (f(float(x) + h) - f(float(x) - h)) / (2 * h)
    steps = h * np.eye(x.size).reshape((x.size,) + x.shape)
    return np.array([f(x + s) - f(x - s) for s in steps]).reshape(x.shape) / (2 * h)
""",
    "one inner product": """
import numpy as np
def numerical_gradient(f, x, h):
    out = np.zeros(x.shape)
    for p, v in np.ndenumerate(x):
        y = x.copy()
        y[p] = v + h
        out[p] = f(y)
        y[p] = v - h
        out[p] = 0.5 * (out[p] - f(y)) / h
    return out
def gradient_error(f, gradient, x, h):
    a, n = np.atleast_1d(gradient(x)), np.atleast_1d(numerical_gradient(f, x, h))
    sizes = [np.sqrt(np.vdot(t, t)) for t in (a - n, a, n)]
    return 0.0 if sizes[1] == sizes[2] == 0 else sizes[0] / (sizes[1] + sizes[2])
""",
    "frobenius": """
import math
def gradient_error(f, gradient, x, h):
    a = gradient(x).ravel().tolist()
    n, flat = [], x.ravel().tolist()
    for i in range(len(flat)):
        up, down = x.copy(), x.copy()
        up.flat[i] += h
        down.flat[i] -= h
        n.append((f(up) - f(down)) / (2 * h))
    below = math.hypot(*a) + math.hypot(*n)
    return math.dist(a, n) / (below or 1)
""",
    "one sample after another": """
import numpy as np
def dense_backward(dY, X, W):
    dX, dW, db = np.zeros(X.shape), np.zeros(W.shape), np.zeros(W.shape[1])
    for n, (row, x) in enumerate(zip(dY, X)):
        dX[n] = W @ row
        dW += x[:, None] * row
        db += row
    return dX, dW, db
""",
    "tensordot in single precision": """
import numpy as np
def dense_backward(dY, X, W):
    dY, X, W = (a.astype("float32") for a in (dY, X, W))
    return [np.tensordot(dY, W, (1, 1)), np.tensordot(X, dY, (0, 0)), np.ones(len(X)) @ dY]
""",
    "a product with a column of ones": """
import numpy as np
def dense_backward(dY, X, W):
    grown = np.c_[X, np.ones(X.shape[0])].T.dot(dY)
    return (W.dot(dY.T)).T, grown[:-1, :], grown[-1, :]
""",
    "match": """
import numpy as np
def activation_backward(kind, dA, z):
    match kind:
        case "relu":
            return dA * np.where(z < 0, 0, 1)
        case "sigmoid":
            return dA * np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))) ** 2
        case _:
            e = np.exp(-2 * np.abs(z))
            return dA * 4 * e / (1 + e) ** 2
""",
    "a class for each kind": """
import numpy as np
class Relu:
    def __init__(self, z):
        self.slope = (z > 0).astype(np.float32)
class Sigmoid:
    def __init__(self, z):
        a = 0.5 + 0.5 * np.tanh(0.5 * z)
        self.slope = a - a * a
class Tanh:
    def __init__(self, z):
        a = np.tanh(z)
        self.slope = (1 - a) * (1 + a)
def activation_backward(kind, dA, z):
    return {c.__name__.lower(): c for c in (Relu, Sigmoid, Tanh)}[kind](z).slope * dA
""",
    "a copy that is written into": """
import numpy as np
def activation_backward(kind, dA, z):
    d = dA.copy()
    if kind == "relu":
        d[z <= 0] = 0
    elif kind == "tanh":
        d *= 1 - np.tanh(z) ** 2
    else:
        d *= (s := 1 / (1 + np.exp(-z))) * (1 - s)
    return d
""",
    "labels in the place of one-hot rows": """
import numpy as np
def network(X, Y, W1, b1, W2, b2):
    n, labels = len(X), Y.argmax(axis=1)
    hidden = X @ W1 + b1
    hidden[hidden < 0] = 0
    scores = hidden @ W2 + b2
    scores -= scores.max(axis=1, keepdims=True)
    probs = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
    loss = np.log(np.exp(scores).sum(axis=1)).mean() - scores[range(n), labels].mean()
    probs[np.arange(n), labels] -= 1
    d = probs / n
    back = d @ W2.T * (hidden > 0)
    return loss, X.T @ back, back.sum(0), hidden.T @ d, d.sum(0)
""",
    "divided at the end": """
import numpy as np
def network(X, Y, W1, b1, W2, b2):
    Z = np.dot(X, W1) + b1
    A = (np.abs(Z) + Z) / 2
    S = np.dot(A, W2) + b2
    S = S - np.amax(S, axis=1)[:, None]
    P = np.exp(S) / np.sum(np.exp(S), axis=1)[:, None]
    loss = -np.sum(Y * np.log(np.maximum(P, 1e-8))) / X.shape[0]
    D = P - Y
    B = np.where(Z > 0, D @ W2.T, 0)
    grads = X.T @ B, B.sum(axis=0), A.T @ D, D.sum(axis=0)
    return loss, *(g / X.shape[0] for g in grads)
""",
    "the Jacobian of each row's softmax": """
import numpy as np
def network(X, Y, W1, b1, W2, b2):
    Z = X @ W1 + b1
    A = Z * (Z > 0)
    P = np.array([np.exp(s - s.max()) / np.exp(s - s.max()).sum() for s in A @ W2 + b2])
    N = len(P)
    loss = sum(-np.log(p[y == 1][0]) for p, y in zip(P, Y)) / N
    D = np.array([(np.diag(p) - np.outer(p, p)) @ (-y / (N * p)) for p, y in zip(P, Y)])
    B = np.einsum("nc,hc->nh", D, W2)
    B[Z <= 0] = 0.0
    return [loss, X.T @ B, np.sum(B, 0), A.T @ D, np.sum(D, 0)]
""",
    "the four gradients measured": """
import numpy as np
def loss(X, Y, W1, b1, W2, b2):
    S = np.maximum(X @ W1 + b1, 0) @ W2 + b2
    top = S.max(1, keepdims=True)
    return np.mean(np.log(np.exp(S - top).sum(1)) + (top[:, 0] - (S * Y).sum(1)))
def network(X, Y, *params):
    def by(k):
        out = np.zeros(params[k].shape)
        for p in np.ndindex(out.shape):
            values = []
            for h in (1e-6, -1e-6):
                moved = [q.copy() for q in params]
                moved[k][p] += h
                values.append(loss(X, Y, *moved))
            out[p] = (values[0] - values[1]) / 2e-6
        return out
    return loss(X, Y, *params), *(by(k) for k in range(4))
""",
}


def graded_in(lesson, source):
    """The graded function that a source is about: of those that it defines, the last asked."""
    names = re.findall(r"^def (\w+)", source, re.MULTILINE)
    return [name for name in lesson.exercise.functions if name in names][-1]


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_function_in_no_folder_scores_full(grade, lesson, name):
    """How a student gets there is free."""
    function = graded_in(lesson, RIGHT[name])
    report = grade(RIGHT[name], function)
    assert [(c.name, said(c)) for c in report.checks if c.verdict is not Verdict.PASSED] == []


CIRCUIT = """
def backpropagate(nodes):
    v = [float(x) for x in evaluate(nodes)]
    d = [0.0] * (len(nodes) - 1) + [1.0]
    for k in sorted(range(len(nodes)), reverse=True):
        op, r = nodes[k][0], nodes[k][1:]
        if op == "input":
            continue
        a = [v[i] for i in r]
        slopes = {
            "add": [1, 1], "multiply": a[::-1], "negate": [-1], "exp": [v[k]],
            "reciprocal": [-1 / a[0] ** 2 if a[0] else 0],
        }
        for i, s in zip(r, slopes[op]):
            d[i] += d[k] * s
    return d
"""
NETWORK = """
def network(X, Y, W1, b1, W2, b2):
    N = X.shape[0]
    Z = X.dot(W1) + b1
    H = np.where(Z > 0, Z, 0)
    S = H.dot(W2) + b2
    S = S - S.max(1)[:, None]
    P = np.exp(S)
    P = P / P.sum(1)[:, None]
    loss = -np.log((P * Y).sum(1)).sum() / N
    G = P.copy()
    G[Y == 1] -= 1
    G = G / N
    back = G.dot(W2.T)
    B = np.where(Z > 0, back, 0)
    return loss, X.T.dot(B), B.sum(0), H.T.dot(G), G.sum(0)
"""

WRONG = {
    "assigned": (
        CIRCUIT,
        "d[i] += d[k] * s",
        "d[i] = d[k] * s",
        "backpropagate_shared",
        "sum of both",
    ),
    "from the first to the last": (
        CIRCUIT,
        "sorted(range(len(nodes)), reverse=True)",
        "range(len(nodes))",
        "backpropagate_circuit",
        "Go backwards",
    ),
    "exp of what goes in": (
        CIRCUIT,
        '"exp": [v[k]]',
        '"exp": a',
        "backpropagate_circuit",
        "the slope of an exp node is its own value",
    ),
    "each factor by itself": (
        CIRCUIT,
        "a[::-1]",
        "a",
        "backpropagate_circuit",
        "the value of the *other* one",
    ),
    "a reciprocal that rises": (
        CIRCUIT,
        "[-1 / a[0] ** 2",
        "[1 / a[0] ** 2",
        "backpropagate_circuit",
        "its slope is negative",
    ),
    "slopes alone": (
        CIRCUIT,
        "d[i] += d[k] * s",
        "d[i] += s if d[k] else 0",
        "backpropagate_circuit",
        "its gradient times its slope",
    ),
    "x x as x": (
        CIRCUIT,
        "zip(r, slopes[op])",
        "(zip(r[:1], slopes[op]) if op == 'multiply' and r[0] == r[1] else zip(r, slopes[op]))",
        "backpropagate_shared",
        "what it gets as the one is added",
    ),
    "a dict of the arguments": (
        CIRCUIT,
        "zip(r, slopes[op])",
        "dict(zip(r, slopes[op])).items()",
        "backpropagate_shared",
        "forgets the second",
    ),
    "the output's own value": (
        CIRCUIT,
        "+ [1.0]",
        "+ [v[-1]]",
        "backpropagate_circuit",
        "whatever its value",
    ),
    "inputs only": (
        CIRCUIT,
        "return d",
        "return [x for x, n in zip(d, nodes) if n[0] == 'input']",
        "backpropagate_circuit",
        "gradients of the inputs alone",
    ),
    "the total": (
        NETWORK,
        ".sum() / N",
        ".sum()",
        "network_loss",
        "they are sums over the samples",
    ),
    "no one is taken away": (
        NETWORK,
        "G[Y == 1] -= 1",
        "G[Y == 1] -= 0",
        "network_gradients",
        "The 1 of the true class",
    ),
    "divided by N again": (
        NETWORK,
        "G = G / N",
        "G = G / N / N",
        "network_gradients",
        "Once is enough",
    ),
    "no mask": (
        NETWORK,
        "np.where(Z > 0, back, 0)",
        "back",
        "network_gradients",
        "its relu was closed",
    ),
    "the mask of what comes back": (
        NETWORK,
        "np.where(Z > 0, back, 0)",
        "np.where(back > 0, back, 0)",
        "network_gradients",
        "whatever its sign",
    ),
    "a step is taken first": (
        NETWORK,
        "back = G.dot(W2.T)",
        "back = G.dot((W2 - H.T.dot(G)).T)",
        "network_gradients",
        "that has taken a step already",
    ),
    "means of biases": (
        NETWORK,
        "B.sum(0), H.T.dot(G), G.sum(0)",
        "B.mean(0), H.T.dot(G), G.mean(0)",
        "network_gradients",
        "so it is no mean",
    ),
    "one largest score": (
        NETWORK,
        "S.max(1)[:, None]",
        "np.amax(S)",
        "network_loss",
        "largest score of the *whole matrix*",
    ),
    "no shift": (
        NETWORK,
        "S = S - S.max(1)[:, None]",
        "S = S * 1",
        "network_loss",
        "own largest score",
    ),
    "slopes of a sigmoid": (
        NETWORK,
        "G = P.copy()\n    G[Y == 1] -= 1",
        "G = (P - Y) * P * (1 - P)",
        "network_gradients",
        "squared error of a sigmoid",
    ),
    "forwards only": (
        """
def numerical_gradient(f, x, h):
    out, base = np.zeros(x.shape), f(x)
    for p in np.ndindex(x.shape):
        y = x.copy()
        y[p] = y[p] + h
        out[p] = (f(y) - base) / h
    return out
""",
        "",
        "",
        "numerical_gradient_values",
        "x lies in the middle",
    ),
    "the largest": (
        """
def gradient_error(f, gradient, x, h):
    a, n = np.linalg.norm(gradient(x)), np.linalg.norm(numerical_gradient(f, x, h))
    d = np.linalg.norm(gradient(x) - numerical_gradient(f, x, h))
    return d / (a if a > n else n) if a or n else 0.0
""",
        "",
        "",
        "gradient_error_value",
        "sum of both norms",
    ),
    "a mean over the samples": (
        """
def dense_backward(dY, X, W):
    return np.inner(dY, W), np.einsum("nd,nm->dm", X, dY), dY.mean(0)
""",
        "",
        "",
        "dense_backward_values",
        "db is the mean",
    ),
    "z as the output": (
        """
def activation_backward(kind, dA, z):
    if kind == "relu":
        return np.where(z > 0, dA, 0)
    return dA * (z - z * z) if kind == "sigmoid" else dA - dA * z * z
""",
        "",
        "",
        "activation_backward_values",
        "went *into* the activation",
    ),
    "written into": (
        """
def activation_backward(kind, dA, z):
    s = 1 / (1 + np.exp(-z))
    slopes = {"relu": z > 0, "sigmoid": s * (1 - s), "tanh": 1 - np.tanh(z) ** 2}
    dA *= slopes[kind]
    return dA
""",
        "",
        "",
        "activation_backward_kept",
        "dA is not what it was",
    ),
}

EVALUATE = """import numpy as np
def evaluate(nodes):
    v = []
    for op, *r in nodes:
        a = r if op == "input" else [v[i] for i in r]
        v.append({"input": lambda: a[0], "add": lambda: sum(a), "multiply": lambda: np.prod(a),
                  "negate": lambda: -a[0], "exp": lambda: np.exp(a[0]),
                  "reciprocal": lambda: 1 / a[0]}[op]())
    return v
def numerical_gradient(f, x, h):
    steps = h * np.eye(x.size).reshape(-1, *x.shape)
    return np.array([f(x + s) - f(x - s) for s in steps]).reshape(x.shape) / (2 * h)
"""
"""What the functions below lean on, right."""


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_function_in_no_folder_is_told_its_cause(grade, name):
    """The mistake is named, though it is written in another way than in wrong/."""
    source, right, wrong, check, hint = WRONG[name]
    assert right in source
    function = check.rsplit("_", 1)[0]
    before = EVALUATE.replace(f"def {function}(", "def other(")
    report = grade(before + (source.replace(right, wrong) if right else source), function)
    found = result(report, check)
    assert found.verdict is Verdict.FAILED
    assert found.mistake is not None, said(found)
    assert hint in " ".join(found.mistake.hint.split())


@pytest.mark.parametrize("source", [CIRCUIT, NETWORK])
def test_what_is_broken_above_is_right_in_itself(grade, lesson, source):
    """Else the tests above would prove nothing."""
    report = grade(EVALUATE + source, graded_in(lesson, source))
    assert [said(c) for c in report.checks if c.verdict is not Verdict.PASSED] == []


def test_a_network_gets_its_points_beside_wrong_layers(grade, lesson):
    """It is asked again with a right dense_backward and a right activation_backward."""
    source = lesson.reference.read_text(encoding="utf-8")
    wrong = source.replace("np.sum(dY, axis=0)\n", "np.mean(dY, axis=0)\n")
    wrong = wrong.replace("return dA * (z > 0)", "return dA * (dA > 0)")
    assert wrong != source
    report = grade(wrong)
    assert report.score == 10 - 1.5 - 1 - 0.5
    assert "right, given a right" in said(result(report, "network_gradients"))


def test_a_walk_that_comes_to_a_node_twice_is_warned_of(grade, lesson):
    """Such walks differ in the order of their steps, so the check's own hint says the cause."""
    source = """
def backpropagate(nodes):
    v = evaluate(nodes)
    d = [0.0] * (len(nodes) - 1) + [1.0]
    stack = [len(nodes) - 1]
    while stack:
        k = stack.pop()
        op, *r = nodes[k]
        slopes = {"add": [1, 1], "multiply": [v[r[-1]], v[r[0]]] if op == "multiply" else [],
                  "negate": [-1], "exp": [v[k]], "reciprocal": [-v[k] ** 2], "input": []}
        for i, s in zip(r, slopes[op]):
            d[i] += d[k] * s
            stack.append(i)
    return d
"""
    report = grade(EVALUATE + source, "backpropagate")
    assert result(report, "backpropagate_circuit").verdict is Verdict.PASSED
    found = result(report, "backpropagate_shared")
    assert found.verdict is Verdict.FAILED
    (check,) = (c for c in lesson.exercise.checks if c.name == found.name)
    hints = found.mistake.hints if found.mistake else check.hints
    assert "twice" in " ".join(hints)


def test_x_that_is_off_by_a_rounding_is_told_of_it(grade):
    """How far it is off depends on the order of the steps, so it is said in words."""
    source = """
def numerical_gradient(f, x, h):
    out = np.zeros(x.shape)
    for p in np.ndindex(x.shape):
        x[p] -= h
        below = f(x)
        x[p] += h + h
        out[p] = (f(x) - below) / (2 * h)
        x[p] -= h
    return out
"""
    before = EVALUATE.replace("def numerical_gradient(", "def other(")
    report = grade(before + source, "numerical_gradient")
    assert result(report, "numerical_gradient_values").verdict is Verdict.PASSED
    assert "off by a rounding" in said(result(report, "numerical_gradient_kept"))


def test_tensorflow_is_not_loaded(grade):
    """NumPy is all that a worker of this exercise imports."""
    source = """import sys
def evaluate(nodes):
    print(sorted({"tensorflow", "keras", "scipy", "sklearn"} & set(sys.modules)))
"""
    assert result(grade(source, "evaluate"), "evaluate_values").output == "[]\n"
