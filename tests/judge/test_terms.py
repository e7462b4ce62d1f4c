"""Terms of the inputs that a result is, or that it has too much or too little."""

import numpy as np
import pytest
from support.made_pairs import pairs, small, table, vector

from grader.judge.terms import of_terms

pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")  # `first_of` silences NumPy


def draw(rng, i):
    """The inputs of a linear model."""
    rows, columns = 2 + i % 5, 1 + i % 3
    return {
        "X": rng.normal(size=(rows, columns)),
        "y": rng.normal(size=rows),
        "w": rng.normal(size=columns),
        "b": float(rng.normal()),
    }


def right(X, y, w, b):
    return np.mean((X @ w + b - y) ** 2)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda X, y, w, b: right(X, y, w, b) + b, "the expected one plus `b`"),
        (lambda X, y, w, b: right(X, y, w, b) - 2 * y.mean(), "one minus 2 times `mean(y)`"),
        (lambda X, y, w, b: right(X, y, w, b) * np.max(w), "the expected one times `max(w)`"),
        (lambda X, y, w, b: w @ w / 2, "half of `sum(w**2)`"),
        (lambda X, y, w, b: X @ w, "`X @ w`"),
        (lambda X, y, w, b: X.sum(0), "`sum(X, axis=0)`"),
        (lambda X, y, w, b: right(X, y, w, b) + 3 * b, None),
        (lambda X, y, w, b: right(X, y, w, b) + np.sin(b), None),
        (lambda X, y, w, b: right(X, y, w, 0), None),
    ],
)  # fmt: skip
def test_a_term_is_found(wrong, words):
    """By itself, added, or multiplied; what is none of these is not told."""
    found = of_terms(pairs(right, wrong, draw))
    assert (found and str(found)) == words or (words and str(found).endswith(words))


def test_a_determinant_is_one_of_square_matrices():
    """Also its logarithm, of which a density has half."""

    def squares(rng, i):
        half = rng.normal(size=(2 + i % 2, 2 + i % 2))
        return {"S": half @ half.T + np.eye(len(half)), "x": rng.normal(size=3)}

    def expected(S, x):
        return x - 0.5 * np.log(np.linalg.det(S))

    found = of_terms(pairs(expected, lambda S, x: x - np.log(np.linalg.det(S)), squares))
    assert str(found) == "the expected one minus half of `log(det(S))`"


def test_small_whole_numbers_prove_no_term():
    """One of hundreds of terms fits a few zeros and ones."""
    for wrong in (lambda x, b: np.sum(x) + 1, lambda x, b: 2 * np.sum(x), lambda x, b: 0.0):
        assert of_terms(pairs(lambda x, b: np.sum(x), wrong, small)) is None


def test_noise_is_no_term():
    """However many are tried."""
    noise = np.random.default_rng(5)
    for drawn in (table, vector):
        assert (
            of_terms(pairs(lambda x, **_: x, lambda x, **_: noise.normal(size=x.shape), drawn))
            is None
        )
        assert of_terms(pairs(lambda x, **_: x.sum(), lambda x, **_: noise.normal(), drawn)) is None
