"""A class of exercise 4 in which five mistakes are planted that no file of wrong/ has.

Each is worded in several ways: with loops, in one line, with a helper, with other names and a note.
"""

import ast
import random
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from grader.build.mutation.source import mutations
from grader.course import Lesson

T = TypeVar("T")

NPLUS = (
    """
def cost(X, y, w, b):
    return np.sum((X @ w + b - y) ** 2) / (len(y) + 1)
""",
    """
def cost(X, y, w, b):
    # one more, so that nothing is divided by zero
    total = 0.0
    for row, wanted in zip(X, y):
        total += (sum(row * w) + b - wanted) ** 2
    return total / (X.shape[0] + 1)
""",
    """
def _errors(features, targets, weights, bias):
    return np.dot(features, weights) + bias - targets


def cost(X, y, w, b):
    e = _errors(X, y, w, b)
    count = e.size + 1
    return (e @ e) / count
""",
    """
EXTRA = 1


def cost(X, y, w, b):
    "the mean of squares"
    squares = [float(np.square(np.inner(x, w) + b - t)) for x, t in zip(X, y)]
    return sum(squares) / (len(squares) + EXTRA)
""",
)
CLIPPED = (
    """
def mean_absolute_error(X, y, w, b):
    return np.mean(np.maximum(X @ w + b - y, 0))
""",
    """
def mean_absolute_error(X, y, w, b):
    r = X @ w + b - y
    r[r < 0] = 0
    return r.mean()
""",
    """
def mean_absolute_error(X, y, w, b):
    total = 0
    for i in range(len(y)):
        residual = X[i] @ w + b - y[i]
        if residual > 0:
            total = total + residual
    return total / len(y)
""",
    """
def relu(z):
    return z * (z > 0)


def mean_absolute_error(X, y, w, b):
    prediction = b + (X * w).sum(axis=1)
    return np.average(relu(prediction - y))
""",
    """
def mean_absolute_error(X, y, w, b):
    sizes = [max(0.0, float(p - t)) for p, t in zip(X @ w + b, y)]
    return np.sum(sizes) / X.shape[0]
""",
)
CUBED = (
    """
def gradient(X, y, w, b):
    r = X @ w + b - y
    return 3 * X.T @ r / len(y), 3 * r.mean()
""",
    """
def gradient(X, y, w, b):
    n, d = X.shape
    dw, db = np.zeros(d), 0.0
    for i in range(n):
        r = X[i].dot(w) + b - y[i]
        dw += r * X[i]
        db += r
    return dw * 3.0 / n, 3.0 * db / n
""",
    """
def gradient(X, y, w, b):
    difference = (np.einsum("nd,d->n", X, w) + b) - y
    by_w = (difference[:, None] * X).mean(axis=0)
    by_b = difference.mean()
    return by_w + 2 * by_w, by_b + 2 * by_b
""",
)
ODD = (
    """
def polynomial_features(x, degree):
    return np.stack([x ** (2 * k + 1) for k in range(degree)], axis=1)
""",
    """
def polynomial_features(x, degree):
    columns = []
    power = x
    for _ in range(degree):
        columns.append(power)
        power = power * x * x
    return np.array(columns).T
""",
    """
def polynomial_features(x, degree):
    out = np.empty((len(x), degree))
    for j in range(degree):
        out[:, j] = x ** (j + j + 1)
    return out
""",
    """
def polynomial_features(x, degree):
    exponents = np.arange(1, 2 * degree, 2)
    return x[:, np.newaxis] ** exponents
""",
)
CENTRED = (
    """
def normal_equation(X, y):
    Z = X - X.mean(axis=0)
    w = np.linalg.lstsq(Z, y - y.mean(), rcond=None)[0]
    return w, np.median(y - X @ w)
""",
    """
def normal_equation(X, y):
    A = np.hstack([X, np.ones((X.shape[0], 1))])
    p = np.linalg.pinv(A) @ y
    weights = p[:-1]
    rest = sorted(y - X.dot(weights))
    middle = len(rest) // 2
    b = rest[middle] if len(rest) % 2 else (rest[middle - 1] + rest[middle]) / 2
    return weights, b
""",
    """
def fit(A, t):
    return np.linalg.solve(A.T @ A, A.T @ t)


def normal_equation(X, y):
    A = np.c_[np.ones(len(y)), X]
    w = fit(A, y)[1:]
    left_over = y - X @ w
    return w, np.quantile(left_over, 0.5)
""",
)
PLANTED = {
    "cost": NPLUS,
    "mean_absolute_error": CLIPPED,
    "gradient": CUBED,
    "polynomial_features": ODD,
    "normal_equation": CENTRED,
}
"""By function, the wordings of the one mistake in it that is planted."""

SIZE = 60
_KNOWN = 12


def files(lesson: Lesson) -> tuple[dict[str, str], dict[str, list[str]]]:
    """The file of each student, by the id; and who has the planted mistake in a function."""
    reference = lesson.reference.read_text()
    right = [path.read_text() for path in lesson.solution_files("right")]
    found, who = {}, {}
    for function, wordings in PLANTED.items():
        who[function] = [f"p_{function}_{i}" for i in range(len(wordings))]
        for student, wording in zip(who[function], wordings, strict=True):
            found[student] = overridden(reference, wording)
    for i, path in enumerate(_chosen(lesson.solution_files("wrong"), _KNOWN)):
        found[f"k{i:02}"] = overridden(reference, path.read_text())
    for i, text in enumerate(right):
        found[f"r{i:02}"] = text
    changed = _chosen(mutations(lesson, lesson.reference), SIZE - len(found))
    found |= {f"m{i:02}": mutation.source for i, mutation in enumerate(changed)}
    return found, who


def _chosen(every: Iterable[T], count: int) -> list[T]:
    return random.Random(18).sample(list(every), count)


def overridden(reference: str, wording: str) -> str:
    """The reference with the function of a wording, and what stands beside it, in the place of its
    own."""
    names = {node.name for node in ast.parse(wording).body if isinstance(node, ast.FunctionDef)}
    lines = reference.splitlines(keepends=True)
    (old,) = (n for n in ast.parse(reference).body if getattr(n, "name", "") in names)
    return "".join([*lines[: old.lineno - 1], wording.strip(), "\n", *lines[old.end_lineno :]])


def written(folder: Path, texts: Mapping[str, str]) -> Path:
    """A folder with a file for each student."""
    folder.mkdir()
    for student, text in texts.items():
        (folder / f"{student}.py").write_text(text)
    return folder
