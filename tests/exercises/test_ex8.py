"""Exercise 8, with files that are not in the course's folders."""

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
    return Course(ROOT).lesson("ex8")


@pytest.fixture(scope="module")
def grade(lesson, numpy_zygote):
    """Grade source text, optionally only some functions."""
    key = keys.read_key(lesson.key_path)

    def graded(source, *only):
        submission = Submission("gaussian.py", (Unit("gaussian.py", source),))
        return judge(lesson, key, submission, numpy_zygote, only=only)

    return graded


RIGHT = {
    "a matrix class": """
import numpy as np
def mean_and_covariance(X):
    M = np.asmatrix(X)
    d = M - M.mean(axis=0)
    return np.asarray(M.mean(axis=0))[0], np.asarray(d.T * d) / len(X)
""",
    "one sample after the other": """
import numpy as np
def mean_and_covariance(X):
    n, mu, S = 0, np.zeros(X.shape[1]), np.zeros((X.shape[1],) * 2)
    for x in X:
        n += 1
        step = x - mu
        mu = mu + step / n
        S += np.outer(step, x - mu)
    return mu, S / n
""",
    "differences of all pairs": """
import numpy as np
def shared_covariance(X0, X1):
    total = 0
    for X in (X0, X1):
        d = X[:, None] - X[None]
        total = total + np.einsum("abi,abj->ij", d, d) / (2 * len(X))
    return total / (len(X0) + len(X1))
""",
    "masked and weighted": """
import numpy as np
def shared_covariance(X0, X1):
    X = np.r_[X0, X1]
    y = np.arange(len(X)) >= len(X0)
    means = np.array([X[~y].mean(0), X[y].mean(0)])
    return np.cov(X - means[y.astype(int)], rowvar=False, ddof=0).reshape((X.shape[1],) * 2)
""",
    "in extended precision": """
import numpy as np
def log_density(X, mu, Sigma):
    d = (X - mu).astype(np.longdouble)
    q = np.einsum("ni,ij,nj->n", d, np.linalg.inv(Sigma).astype(np.longdouble), d)
    return -(q + np.longdouble(np.log(np.linalg.det(2 * np.pi * Sigma)))) / 2
""",
    "feature by feature": """
import numpy as np
def log_density(X, mu, Sigma):
    # p(x1) p(x2 | x1) ...: each feature's bell, given those before it.
    total = np.zeros(len(X))
    for j in range(len(mu)):
        if j:
            k = np.linalg.solve(Sigma[:j, :j], Sigma[:j, j])
            mean, variance = mu[j] + (X[:, :j] - mu[:j]) @ k, Sigma[j, j] - Sigma[:j, j] @ k
        else:
            mean, variance = mu[0], Sigma[0, 0]
        total += -0.5 * (np.log(2 * np.pi * variance) + (X[:, j] - mean) ** 2 / variance)
    return total
""",
    "a line and a hyperbolic tangent": """
import numpy as np
def posterior(X, mu0, mu1, Sigma, n0, n1):
    w = np.linalg.solve(Sigma, mu1 - mu0)
    z = (X - (mu0 + mu1) / 2) @ w + np.log(n1) - np.log(n0)
    return (1 + np.tanh(z / 2)) / 2
""",
    "a clip that changes nothing": """
import numpy as np
def posterior(X, mu0, mu1, Sigma, n0, n1):
    w = np.linalg.inv(Sigma) @ (mu1 - mu0)
    z = X @ w - w @ (mu0 + mu1) / 2 + np.log(n1 / n0)
    return 1 / (1 + np.exp(-np.clip(z, -700, 700)))
""",
    "a list, and a bias without dimensions": """
import numpy as np
def boundary(mu0, mu1, Sigma, n0, n1):
    w = np.linalg.pinv(Sigma) @ (mu1 - mu0)
    return [w.astype("float32"), np.array(np.log(n1 / n0) - w @ (mu0 + mu1) / 2)]
""",
    "a matrix, as np.matrix has it": """
import numpy as np
def mean_and_covariance(X):
    A = np.matrix(X)
    mu = A.mean(axis=0)
    return mu.A1, (A - mu).T * (A - mu) / len(A)
""",
    "a subclass, and masked arrays": """
import numpy as np
class Named(np.ndarray):
    pass
def log_density(X, mu, Sigma):
    Z = np.ma.array(X - mu)
    q = np.ma.sum(np.ma.dot(Z, np.linalg.inv(Sigma)) * Z, axis=1)
    return (-0.5 * (np.log(np.linalg.det(2 * np.pi * Sigma)) + q)).view(Named)
""",
}


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_function_in_no_folder_scores_full(grade, name):
    """How a student gets there is free."""
    function = RIGHT[name].split("def ")[1].split("(")[0]
    report = grade(RIGHT[name], function)
    assert [(c.name, said(c)) for c in report.checks if c.verdict is not Verdict.PASSED] == []


BELL = "d = X - mu\n    q = np.sum(d @ np.linalg.inv(Sigma) * d, axis=1)\n    "
ODDS = """w = np.linalg.solve(Sigma, mu1 - mu0)
    z = X @ w - w @ (mu0 + mu1) / 2 + np.log(n1 / n0)
    """
WRONG = {
    "np.cov as it is": (
        "mean_and_covariance(X)",
        "return X.mean(0), np.cov(X)",
        "mean_and_covariance_shape",
        "a row and a column for each sample",
    ),
    "N - 1": (
        "mean_and_covariance(X)",
        "return X.mean(0), np.cov(X, rowvar=False).reshape(X.shape[1], -1)",
        "mean_and_covariance_values",
        "N/(N − 1) times",
    ),
    "X changed": (
        "mean_and_covariance(X)",
        "mu = X.mean(axis=0)\n    X -= mu\n    return mu, np.cov(X.T, ddof=0).reshape(len(mu), -1)",
        "mean_and_covariance_values",
        "X is not what it was",
    ),
    "one cloud": (
        "shared_covariance(X0, X1)",
        "X = np.vstack([X0, X1])\n    return np.cov(X.T, bias=True).reshape(X.shape[1], -1)",
        "shared_covariance_values",
        "as one cloud",
    ),
    "the plain average": (
        "shared_covariance(X0, X1)",
        "a, b = (np.cov(X.T, bias=True).reshape(X.shape[1], -1) for X in (X0, X1))\n"
        "    return 0.5 * a + 0.5 * b",
        "shared_covariance_values",
        "as if both classes had as many samples",
    ),
    "X changed before the density": (
        "log_density(X, mu, Sigma)",
        "X -= mu\n    q = np.einsum('ni,ij,nj->n', X, np.linalg.inv(Sigma), X)\n"
        "    return -0.5 * (q + np.log(np.linalg.det(2 * np.pi * Sigma)))",
        "log_density_values",
        "the first has taken μ away",
    ),
    "all pairs": (
        "log_density(X, mu, Sigma)",
        "d = X - mu\n    q = d @ np.linalg.inv(Sigma) @ d.T\n"
        "    return -0.5 * (q + np.log(np.linalg.det(2 * np.pi * Sigma)))",
        "log_density_values",
        "a matrix (N, N)",
    ),
    "2 pi once": (
        "log_density(X, mu, Sigma)",
        BELL + "return -q / 2 - np.log(np.sqrt(2 * np.pi * np.linalg.det(Sigma)))",
        "log_density_values",
        "ln 2π stands there once",
    ),
    "the densities": (
        "log_density(X, mu, Sigma)",
        BELL + "return np.exp(-q / 2) / np.sqrt(np.linalg.det(2 * np.pi * Sigma))",
        "log_density_values",
        "These are the densities",
    ),
    "the logarithm of a density": (
        "log_density(X, mu, Sigma)",
        BELL + "return np.log(np.exp(-q / 2) / np.sqrt(np.linalg.det(2 * np.pi * Sigma)))",
        "log_density_values",
        "far away they are −∞",
    ),
    "the lower factor for the upper": (
        "log_density(X, mu, Sigma)",
        "L = np.linalg.cholesky(Sigma)\n    y = (X - mu) @ np.linalg.inv(L)\n"
        "    logdet = 2 * np.log(np.diag(L)).sum()\n"
        "    return -0.5 * ((y**2).sum(1) + logdet + len(mu) * np.log(2 * np.pi))",
        "log_density_values",
        "the squared length of L⁻ᵀ(x − μ)",
    ),
    "0 / 0": (
        "posterior(X, mu0, mu1, Sigma, n0, n1)",
        "P = np.linalg.inv(Sigma)\n"
        "    a = n0 * np.exp(-0.5 * np.sum((X - mu0) @ P * (X - mu0), axis=1))\n"
        "    b = n1 * np.exp(-0.5 * np.sum((X - mu1) @ P * (X - mu1), axis=1))\n"
        "    return b / (a + b)",
        "posterior_far",
        "0/0 is NaN",
    ),
    "no sizes": (
        "posterior(X, mu0, mu1, Sigma, n0, n1)",
        ODDS + "return 1 / (1 + np.exp(np.log(n1 / n0) - z))",
        "posterior_values",
        "classes of equal size",
    ),
    "a class for each": (
        "posterior(X, mu0, mu1, Sigma, n0, n1)",
        ODDS + "return np.round(1 / (1 + np.exp(-z)))",
        "posterior_values",
        "You return 0 or 1",
    ),
    "a border of round bells": (
        "boundary(mu0, mu1, Sigma, n0, n1)",
        "w = mu1 - mu0\n    return w, np.log(n1 / n0) - w @ (mu0 + mu1) / 2",
        "boundary_values",
        "Σ makes no difference",
    ),
    "products for each feature": (
        "boundary(mu0, mu1, Sigma, n0, n1)",
        "w = np.linalg.solve(Sigma, mu1 - mu0)\n"
        "    return w, np.log(n1 / n0) - w * (mu0 + mu1) / 2",
        "boundary_values",
        "Your b is a vector",
    ),
    "the covariance first": (
        "mean_and_covariance(X)",
        "return np.atleast_2d(np.cov(X.T, bias=True)), X.mean(axis=0)",
        "mean_and_covariance_shape",
        "the covariance first",
    ),
    "half of both sums": (
        "shared_covariance(X0, X1)",
        "return sum(np.atleast_2d(np.cov(X.T, ddof=0)) * len(X) for X in (X0, X1)) / 2",
        "shared_covariance_values",
        "(n₀Σ₀ + n₁Σ₁)/2",
    ),
    "a power of pi": (
        "log_density(X, mu, Sigma)",
        BELL + "return np.log(1 / np.sqrt(2 * np.pi ** len(mu) * np.linalg.det(Sigma))) - q / 2",
        "log_density_values",
        "ln(2πᴰ)",
    ),
    "a half of the first term": (
        "log_density(X, mu, Sigma)",
        BELL + "return np.linalg.slogdet(Sigma)[1] + q - len(mu) / 2 * np.log(2 * np.pi)",
        "log_density_values",
        "before D ln 2π alone",
    ),
    "an inverse before one mean": (
        "boundary(mu0, mu1, Sigma, n0, n1)",
        "w = np.linalg.solve(Sigma, mu1 - mu0)\n"
        "    return np.linalg.inv(Sigma) @ mu1 - mu0, np.log(n1 / n0) - w @ (mu0 + mu1) / 2",
        "boundary_values",
        "Σ⁻¹μ₁ − μ₀",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_function_in_no_folder_is_told_its_cause(grade, name):
    """The mistake is named, though it is written in another way than in wrong/."""
    signature, body, check, hint = WRONG[name]
    source = f"import numpy as np\ndef {signature}:\n    {body}\n"
    found = result(grade(source, signature.split("(")[0]), check)
    assert found.verdict is Verdict.FAILED
    assert found.mistake is not None, said(found)
    assert hint in found.mistake.hint


CAUGHT = {
    "two and three features alone": ("d = np.prod(np.linalg.eigvalsh(Sigma)[:3])", "log(d)"),
    "a determinant of two features": (
        "d = Sigma[0, 0] if len(mu) == 1 else Sigma[0, 0] * Sigma[1, 1] - Sigma[0, 1] ** 2",
        "log(d)",
    ),
    "positive numbers off the diagonal": (
        "d = np.linalg.det(np.abs(Sigma))",
        "log(np.abs(d))",
    ),
}


@pytest.mark.parametrize("name", CAUGHT)
def test_right_on_some_covariances_is_not_right(grade, name):
    """There are up to four features, and numbers off the diagonal of either sign."""
    first, log = CAUGHT[name]
    source = (
        "import numpy as np\ndef log_density(X, mu, Sigma):\n"
        f"    {BELL}{first}\n    return -0.5 * (len(mu) * np.log(2 * np.pi) + np.{log} + q)\n"
    )
    found = result(grade(source, "log_density"), "log_density_values")
    assert found.verdict is Verdict.FAILED


def test_a_right_posterior_gets_its_points_beside_a_wrong_density(grade, lesson):
    """It is asked again with a right log_density."""
    source = lesson.reference.read_text(encoding="utf-8")
    wrong = source.replace("+ distances) / 2", "+ distances)")
    assert wrong != source
    report = grade(wrong)
    assert report.score == 8
    assert "right, given a right log_density" in said(result(report, "posterior_values"))


def test_a_posterior_that_asks_for_one_sample_gets_its_points_beside_a_wrong_density(grade):
    """The right function that stands in takes a single sample too, as the student's own does."""
    source = """import numpy as np
def log_density(x, mu, Sigma):
    return -(x - mu) @ np.linalg.inv(Sigma) @ (x - mu)
def posterior(X, mu0, mu1, Sigma, n0, n1):
    z = [log_density(x, mu1, Sigma) - log_density(x, mu0, Sigma) for x in X]
    return 1 / (1 + np.exp(-np.array(z) - np.log(n1 / n0)))
"""
    report = grade(source, "posterior")
    assert "right, given a right log_density" in said(result(report, "posterior_values"))
    assert report.score == 2


def test_neither_tensorflow_nor_matplotlib_is_loaded(grade):
    """NumPy is all that a worker of this exercise imports."""
    source = """import sys
from matplotlib.figure import Figure
def mean_and_covariance(X):
    print(sorted({"tensorflow", "keras", "matplotlib"} & set(sys.modules)))
"""
    report = grade(source, "mean_and_covariance")
    assert result(report, "mean_and_covariance_shape").output == "[]\n"
