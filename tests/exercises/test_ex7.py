"""Exercise 7, with files that are not in the course's folders."""

import pytest
from conftest import ROOT, result
from support.words import said

from grader.course import Course, read_key
from grader.judge.grading import judge
from grader.judge.submission import Submission
from grader.report import Verdict
from grader.wire.messages import Unit

LESSON = Course(ROOT).lesson("ex7")
IMPORTS = "import math\nimport numpy as np\n"
PARAMETERS = {
    "sigmoid": "z",
    "binary_cross_entropy": "p, y",
    "gradient": "X, y, w, b",
    "predict": "X, w, b",
    "radius": "X",
    "product": "X",
    "fit": "X, y, learning_rate, steps",
}
SIGMOID = "def s(z):\n    return 1 / (1 + np.exp(-z))\n"

RIGHT = {
    "one minus": ("sigmoid", "return 1 - 1 / (1 + np.exp(z))"),
    "a power of e": ("sigmoid", "return 1 / (1 + np.power(np.e, -z))"),
    "half precision of exp": ("sigmoid", "return (1 / (1 + np.exp(-z.astype(np.float32))))"),
    "choose": ("binary_cross_entropy", "return -np.log(np.choose(y, [1 - p, p])).sum() / p.size"),
    "powers": ("binary_cross_entropy", "return -np.log(p**y * (1 - p) ** (1 - y)).mean()"),
    "an epsilon of 1e-7": (
        "binary_cross_entropy",
        "return -(y * np.log(p + 1e-7) + (1 - y) * np.log(1 - p + 1e-7)).mean()",
    ),
    "central differences": (
        "gradient",
        "J = lambda v: (np.logaddexp(0, X @ v[:-1] + v[-1]) - y * (X @ v[:-1] + v[-1])).mean()\n"
        "    v, h = np.append(w, b), 1e-5\n"
        "    g = [(J(v + h * e) - J(v - h * e)) / (2 * h) for e in np.eye(len(v))]\n"
        "    return np.array(g[:-1]), g[-1]",
    ),
    "a list of numbers": ("predict", "return np.array([bool(v >= 0) for v in X @ w + b])"),
    "the sign": ("predict", "return (np.sign(X @ w + b) + 2) // 2"),
    "complex numbers": ("radius", "return np.abs(X @ np.array([[1], [1j]]))"),
    "a quarter of squares": (
        "product",
        "a, b = X[:, :1], X[:, 1:]\n    return ((a + b) ** 2 - (a - b) ** 2) / 4",
    ),
    "in float32": (
        "fit",
        "X = X.astype('f'); w = np.zeros(X.shape[1], 'f'); b = np.float32(0)\n"
        "    for _ in range(steps):\n"
        "        e = (s(X @ w + b) - y).astype('f')\n"
        "        w -= np.float32(learning_rate) * (e @ X / len(e)); b -= learning_rate * e.mean()\n"
        "    return w, b",
    ),
    "differences in each step": (
        "fit",
        "J = lambda v: (np.logaddexp(0, X @ v[:-1] + v[-1]) - y * (X @ v[:-1] + v[-1])).mean()\n"
        "    v, h = np.zeros(X.shape[1] + 1), 1e-6\n"
        "    for _ in range(steps):\n"
        "        g = [(J(v + h * e) - J(v - h * e)) / (2 * h) for e in np.eye(len(v))]\n"
        "        v = v - learning_rate * np.array(g)\n"
        "    return v[:-1], v[-1]",
    ),
}

HINTS = {
    "math.exp": ("sigmoid_values", "return 1 / (1 + math.exp(-z))", "take one number only"),
    "float": ("sigmoid_values", "return 1 / (1 + np.exp(-float(z)))", "take one number only"),
    "overflow": ("sigmoid_stability", "return np.exp(z) / (np.exp(z) + 1)", "infinite above 709"),
    "0 log 0": (
        "binary_cross_entropy_certain",
        "return -(y * np.log(p) + (1 - y) * np.log(1 - p)).mean()",
        "0 times that is NaN",
    ),
    "nanmean": (
        "binary_cross_entropy_certain",
        "return np.nanmean(y * -np.log(p) - (1 - y) * np.log(1 - p))",
        "left out of the mean",
    ),
    "an epsilon": (
        "binary_cross_entropy_values",
        "return -(y * np.log(1e-5 + p) + (1 - y) * np.log(1e-5 + 1 - p)).mean()",
        "1e-7 or less",
    ),
    "a column": (
        "gradient_shape",
        "d = s(X @ w[:, None] + b) - y\n    return (X.T @ d) / len(X), d.mean()",
        "N × N numbers",
    ),
    "the square": (
        "gradient_values",
        "p = s(X @ w + b)\n    d = 2 * (p - y) * p * (1 - p)\n    return d @ X / len(X), d.mean()",
        "the gradient of a squared error",
    ),
    "rounded": ("predict_boundary", "return np.round(s(X @ w + b))", "`np.round(0.5)` is 0"),
    "half of z": ("predict_values", "return 1 * (X @ w + b >= 0.5)", "Xw + b is 0"),
    "a vector": ("radius_values", "return np.hypot(X[:, 0], X[:, 1])", "`keepdims=True`"),
    "in turn": (
        "fit_values",
        "w = np.zeros(X.shape[1]); b = 0\n    for _ in range(steps):\n"
        "        w = w - learning_rate * X.T @ (s(X @ w + b) - y) / len(y)\n"
        "        b = b - learning_rate * (s(X @ w + b) - y).mean()\n    return w, b",
        "Compute dw and db first",
    ),
    "the least loss": (
        "fit_values",
        "w, b, found = np.zeros(X.shape[1]), 0, []\n    for _ in range(steps):\n"
        "        d = s(X @ w + b) - y\n"
        "        w, b = w - learning_rate * d @ X / len(y), b - learning_rate * d.mean()\n"
        "        q = np.where(y, 1, -1) * (X @ w + b)\n"
        "        found.append((np.logaddexp(0, -q).mean(), w, b))\n"
        "    return min(found, key=lambda each: each[0])[1:]",
        "the least loss on the way",
    ),
    "an early end": (
        "fit_values",
        "w, b, last = np.zeros(X.shape[1]), 0, 9\n    for _ in range(steps):\n"
        "        d = s(X @ w + b) - y\n"
        "        w, b = w - learning_rate * d @ X / len(y), b - learning_rate * d.mean()\n"
        "        J = np.logaddexp(0, (1 - 2 * y) * (X @ w + b)).mean()\n"
        "        if abs(last - J) < 1e-5:\n            break\n        last = J\n    return w, b",
        "hardly lowers the loss",
    ),
    "a tiny gradient": (
        "fit_steps",
        "w, b = np.zeros(X.shape[1]), 0\n    for _ in range(steps):\n"
        "        d = s(X @ w + b) - y\n"
        "        dw, db = d @ X / len(y), d.mean()\n"
        "        if np.abs(np.append(dw, db)).max() < 1e-8:\n            break\n"
        "        w, b = w - learning_rate * dw, b - learning_rate * db\n    return w, b",
        "your w is still 0 at the end",
    ),
    "the number of ones": (
        "binary_cross_entropy_values",
        "return -np.log(np.where(y, p, 1 - p)).sum() / max(np.sum(y == 1), 1)",
        "the number of samples of label 1",
    ),
}


@pytest.fixture(scope="module")
def grade(numpy_zygote):
    """Grade one function of exercise 7."""
    key = read_key(LESSON.key_path)

    def graded(function, body):
        source = f"{IMPORTS}{SIGMOID}def {function}({PARAMETERS[function]}):\n    {body}\n"
        submission = Submission("binary.py", (Unit("binary.py", source),))
        return judge(LESSON, key, submission, numpy_zygote, only=(function,))

    return graded


@pytest.mark.parametrize("name", RIGHT)
def test_an_odd_but_right_function_passes(grade, name):
    """How one gets there is free."""
    report = grade(*RIGHT[name])
    assert [(c.name, said(c)) for c in report.checks if c.verdict is not Verdict.PASSED] == []


@pytest.mark.parametrize("name", HINTS)
def test_a_likely_mistake_is_told(grade, name):
    """Written in another way than the file of wrong/, it gets that one's hint."""
    check, body, words = HINTS[name]
    function = next(f for f in PARAMETERS if check.startswith(f"{f}_"))
    found = result(grade(function, body), check)
    assert found.verdict in (Verdict.FAILED, Verdict.ERROR)
    assert found.mistake is not None, said(found)
    assert words in " ".join(found.mistake.hints)
