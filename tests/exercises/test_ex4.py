"""Exercise 4, with files that are not in the course's folders."""

import pytest
from conftest import ROOT, result
from support.words import said

from grader.course import Course, read_key
from grader.judge.grading import judge
from grader.judge.submission import Submission
from grader.report import Verdict
from grader.wire.messages import Unit

LESSON = Course(ROOT).lesson("ex4")
PARAMETERS = {
    "cost": "X, y, w, b",
    "mean_absolute_error": "X, y, w, b",
    "gradient": "X, y, w, b",
    "gradient_descent": "X, y, w, b, rate, cost_function, gradient_function, iterations",
    "polynomial_features": "x, degree",
    "normal_equation": "X, y",
}
DESCENT = """W, B, C = [], [], []
    for i in range(iterations):
        g = gradient_function(X, y, w, b)
        {step}
        W.append({w}); B.append(b); C.append({cost})
    return {result}"""
STEP = "w, b = w - rate * g[0], b - rate * g[1]"
COST = "cost_function(X, y, w, b)"
RESULT = "w, b, W, B, C"


def descent(step=STEP, w="w", cost=COST, result=RESULT):
    """The body of a descent, with one part of it another."""
    return DESCENT.format(step=step, w=w, cost=cost, result=result)


RIGHT = {
    "variance and mean": ("cost", "r = X @ w + b - y\n    return r.var() + r.mean() ** 2"),
    "a trace": ("cost", "r = np.matrix(X @ w + b - y)\n    return (r @ r.T)[0, 0] / len(X)"),
    "half precision of nothing": ("cost", "return np.float32(((X @ w + b - y) ** 2).mean())"),
    "maximum": (
        "mean_absolute_error",
        "r = X @ w + b - y\n    return np.maximum(r, -r).sum() / r.size",
    ),
    "an array of shape ()": (
        "mean_absolute_error",
        "return np.array(np.mean(abs(y - b - X.dot(w))))",
    ),
    "covariance": (
        "gradient",
        "r = X @ w + b - y\n    c = ((X - X.mean(0)).T @ r) / len(r)\n"
        "    return 2 * (c + X.mean(0) * r.mean()), 2 * r.mean()",
    ),
    "one feature at a time": (
        "gradient",
        "r = X @ w + b - y\n"
        "    return np.array([2 * (r * x).mean() for x in X.T]), np.array(2 * r.mean())",
    ),
    "float32 differences": (
        "gradient",
        "J = lambda w, b: ((X @ w + b - y) ** 2).mean()\n    h = 1e-3\n"
        "    g = [(J(w + h * e, b) - J(w - h * e, b)) / 2 / h for e in np.identity(len(w))]\n"
        "    return np.array(g), (J(w, b + h) - J(w, b - h)) / 2 / h",
    ),
    "lists in w_hist": ("gradient_descent", descent(w="list(w)")),
    "iterators": ("gradient_descent", descent(result="w, b, iter(W), iter(B), iter(C)")),
    "float32": (
        "gradient_descent",
        descent(step="w, b = (w - rate * g[0]).astype('f'), np.float32(b - rate * g[1])"),
    ),
    "fractions": (
        "gradient_descent",
        "from fractions import Fraction as F\n    "
        + descent(result="w, F(b), W, [F(b) for b in B], tuple(map(F, C))"),
    ),
    "called more often": ("gradient_descent", descent(cost=f"min({COST}, {COST})")),
    "a loop over columns": (
        "polynomial_features",
        "out = np.ones((len(x), degree))\n    for j in range(degree):\n"
        "        out[:, j:] *= x[:, None]\n    return out",
    ),
    "the gradient of cost is 0": (
        "normal_equation",
        "m, t = X.mean(0), y.mean()\n    w = np.linalg.pinv(X - m) @ (y - t)\n"
        "    return w, t - m @ w",
    ),
    "a tiny penalty": (
        "normal_equation",
        "A = np.c_[X, np.ones(len(y))]\n"
        "    p = np.linalg.solve(A.T @ A + 1e-9 * np.eye(A.shape[1]), A.T @ y)\n"
        "    return p[:-1], p[-1]",
    ),
}

HINTS = {
    "a half": ("cost_values", "r = y - X @ w - b\n    return r @ r / len(r) * 0.5", "not by 2N"),
    "a column": ("cost_values", "return ((X.dot(w[:, None]) + b - y) ** 2).mean()", "N·N"),
    "n - 1": (
        "cost_values",
        "return sum((X[i] @ w + b - y[i]) ** 2 for i in range(len(y) - 1)) / len(y)",
        "The last sample",
    ),
    "no size": ("mean_absolute_error_values", "return (X @ w + b - y).mean()", "cancel"),
    "x outside": (
        "gradient_values",
        "r = X @ w + b - y\n    return 2 * (X * r.mean()).mean(0), 2 * r.mean()",
        "x belongs inside",
    ),
    "no 2": (
        "gradient_values",
        "r = X @ w + b - y\n    return r @ X / len(r), r.mean()",
        "half the gradient",
    ),
    "swapped": (
        "gradient_shape",
        "r = X @ w + b - y\n    return 2 * r.mean(), 2 * r @ X / len(r)",
        "weights are first",
    ),
    "in turn": (
        "gradient_descent_result",
        descent(step="w = w - rate * g[0]; b = b - rate * gradient_function(X, y, w, b)[1]"),
        "both gradients first",
    ),
    "=-": ("gradient_descent_result", descent(step="w =- rate * g[0]; b =- rate * g[1]"), "`w =-"),
    "the best": (
        "gradient_descent_result",
        descent(result="W[int(np.argmin(C))], B[int(np.argmin(C))], W, B, C"),
        "the least cost on the way",
    ),
    "a rise": (
        "gradient_descent_result",
        descent(step=f"if sorted(C[-2:]) != C[-2:][::-1]: break\n        {STEP}"),
        "higher than the one before",
    ),
    "no y": (
        "gradient_values",
        "r = X @ w + b - y\n    return 2 * r @ X / len(r), 2 * (r + y).mean()",
        "mean of the predictions",
    ),
    "alias": (
        "gradient_descent_history",
        "w = w + 0\n    " + descent(step="w -= rate * g[0]; b -= rate * g[1]"),
        "the last w",
    ),
    "in place": (
        "gradient_descent_kept",
        descent(step="w -= rate * g[0]; b -= rate * g[1]", w="w + 0"),
        "the w that you are given",
    ),
    "own cost": (
        "gradient_descent_functions",
        descent(cost="((y - X @ w - b) ** 2).sum() / len(y)"),
        "never called",
    ),
    "from 0": (
        "polynomial_features_values",
        "return x[:, None] ** np.arange(degree)",
        "highest power is missing",
    ),
    "through the origin": (
        "normal_equation_values",
        "return np.linalg.pinv(X) @ y, 0",
        "through the origin",
    ),
    "the mean": (
        "normal_equation_values",
        "A = X - X.mean(axis=0)\n    return np.linalg.inv(A.T @ A) @ A.T @ y, y.mean()",
        "the bias is the mean of y",
    ),
}


@pytest.fixture(scope="module")
def grade(numpy_zygote):
    """Grade one function of exercise 4."""
    key = read_key(LESSON.key_path)

    def graded(function, body):
        source = f"import numpy as np\ndef {function}({PARAMETERS[function]}):\n    {body}\n"
        submission = Submission("linear.py", (Unit("linear.py", source),))
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
    function = max((f for f in PARAMETERS if check.startswith(f"{f}_")), key=len)
    found = result(grade(function, body), check)
    assert found.verdict in (Verdict.FAILED, Verdict.ERROR)
    assert found.mistake is not None, said(found)
    assert words in " ".join(found.mistake.hints)


@pytest.mark.parametrize(
    "check, body, words",
    [
        ("gradient_descent_result", "return None", "returned None"),
        ("gradient_descent_result", "return (w,)", "returned a tuple of 1"),
        ("gradient_descent_history", descent(result="w, b, W, B, C[-1]"), "the shape is ()"),
        ("gradient_descent_history", descent(result="w, b, [*W, 0], B, C"), "returned a list of"),
        ("gradient_descent_history", descent(result="w, b, W, B, None"), "returned None"),
        ("gradient_descent_history", descent(result="w, b, W, C"), "'cost_hist' missing"),
        ("gradient_descent_history", descent(result="w, b, W, B, C, 0"), "'a sixth result' not"),
        ("gradient_descent_history", descent(w="(w, b)"), "'w_hist': returned a list of"),
        ("gradient_descent_history", descent(w="f'{w}'"), "'w_hist': returned a list of"),
        ("gradient_descent_result", descent(result="dict(w=w, b=b)"), "returned a dict of"),
        ("gradient_descent_functions", descent(cost=f"str({COST})"), "returned ['17.4"),
    ],
)
def test_what_comes_back_in_another_form_is_told(grade, check, body, words):
    """In words of what was returned, not by an exception of the check's own."""
    found = result(grade("gradient_descent", body), check)
    assert found.verdict is Verdict.FAILED
    assert words in said(found)


def test_a_history_that_is_wrong_costs_its_own_points_alone(grade):
    """One that begins with the start, one with zeros at its end, one of nothing, and none."""
    late = (
        "W, B, C = [w], [b], [cost_function(X, y, w, b)]\n"
        + descent()[len("W, B, C = [], [], []\n") :]
    )
    zeros, nothing = descent(result="w, b, W, B, [*C, 0.0]"), descent(cost=f"print({COST})")
    for body in (late, zeros, nothing, descent(result="w, b")):
        report = grade("gradient_descent", body)
        failed = [c.name for c in report.checks if c.verdict is not Verdict.PASSED]
        assert failed == ["gradient_descent_history"]
