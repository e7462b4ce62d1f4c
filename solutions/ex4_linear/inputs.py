"""What each check of exercise 4 is tried on: one strategy a check, called alike.

Numbers lie in ±3, so that float32 inside of a right solution is far within the tolerance. D = 1 is
drawn often: there `X * w` broadcasts without a word.
"""

import numpy as np
from hypothesis import assume
from hypothesis import strategies as st

from grader.authoring import array, decimals, numbers

_SIZES = [(2, 1), (2, 2), (3, 2), (1, 1), (3, 3), (5, 1), (5, 3), (2, 3), (17, 2)]
_number = decimals(-3, 3)


def _float64(numbers):
    return array(numbers, "float64")


def _sent(**inputs):
    """NumPy arrays as the arrays of a worker; all else stays as it is."""
    return {k: _float64(v) if isinstance(v, np.ndarray) else v for k, v in inputs.items()}


@st.composite
def _line(draw, sizes, elements=_number):
    """X, y, w and b, as NumPy has them."""
    n, d = draw(st.sampled_from(sizes))
    return {
        "X": draw(numbers((n, d), elements)),
        "y": draw(numbers((n,), elements)),
        "w": draw(numbers((d,), elements)),
        "b": draw(elements),
    }


def _residuals(X, y, w, b):
    return X @ w + b - y


def _both_signs(line):
    """Whether no residual is close to 0 and, of several, some are negative and some positive."""
    r = _residuals(**line)
    return bool((abs(r) > 0.05).all()) and (len(r) == 1 or r.min() < 0 < r.max())


def _first_twice(line):
    """The first sample stands among the others a second time: so it counts twice."""
    X, y = line["X"].copy(), line["y"].copy()
    X[-1], y[-1] = X[0], y[0]
    return line | {"X": X, "y": y}


_lines = st.one_of(_line(_SIZES), _line([(4, 1)]).map(_first_twice))

cost_values = _lines.map(lambda line: _sent(**line))
mean_absolute_error_values = _lines.filter(_both_signs).map(lambda line: _sent(**line))
gradient_shape = _line(_SIZES).map(lambda line: _sent(**line))
gradient_values = _lines.map(lambda line: _sent(**line))

_FEW = [(2, 1), (2, 2), (3, 2), (1, 1), (5, 1), (4, 3)]
_short = decimals(-1.5, 1.5)
_RATES = st.sampled_from([0.1, 0.03, 0.25])
_STEPS = st.sampled_from([2, 1, 3, 7])


def _moves(line):
    """Whether each number of the gradient is well away from 0, so that a step can be seen."""
    r = _residuals(**line)
    dw, db = 2 * line["X"].T @ r / len(r), 2 * r.mean()
    return min(abs(dw).min(), abs(db)) > 0.2


@st.composite
def _descent(draw):
    line = draw(_line(_FEW, _short).filter(_moves))
    return _sent(**line, learning_rate=draw(_RATES), iterations=draw(_STEPS))


@st.composite
def _arrived(draw):
    """The start is all but the end: y is the prediction, rounded. Nothing is left to be won."""
    line = draw(_line([(6, 2)], _short))
    line["y"] = np.round(line["X"] @ line["w"] + line["b"], 6)
    return _sent(**line, learning_rate=draw(_RATES), iterations=7)


@st.composite
def _overshoots(draw):
    """A learning rate that is a little too long: from the second step on, the cost rises."""
    line = draw(_line([(3, 2), (2, 1), (5, 1), (2, 2)], _short))
    A = np.column_stack([line["X"], np.ones(len(line["y"]))])
    rate = round(2.4 / np.linalg.eigvalsh(2 * A.T @ A / len(A))[-1], 2)
    p, costs = np.append(line["w"], line["b"]), []
    for _ in range(2):
        p = p - rate * 2 * A.T @ (A @ p - line["y"]) / len(A)
        costs.append(np.mean((A @ p - line["y"]) ** 2))
    assume(costs[1] > 1.1 * costs[0] + 0.1)
    return _sent(**line, learning_rate=float(rate), iterations=draw(st.sampled_from([3, 4, 5])))


gradient_descent_result = st.one_of(_descent(), _overshoots())
gradient_descent_history = st.one_of(_descent(), _arrived(), _overshoots())
gradient_descent_kept = _descent()


@st.composite
def _bowl(draw):
    """A lowest point (p, q) that has nothing to do with X and y, and is away from the start."""
    line = draw(_line(_FEW, _short).filter(_moves))
    p, q = draw(numbers(line["w"].shape, _number)), draw(_number)
    assume(min(abs(line["w"] - p).min(), abs(line["b"] - q)) > 0.5)
    return _sent(**line, p=p, q=q, learning_rate=draw(_RATES), iterations=draw(_STEPS))


gradient_descent_functions = _bowl()


@st.composite
def _powers(draw):
    """N = degree is among them; no x is near 0, 1 or -1, whose powers say little."""
    n, degree = draw(
        st.sampled_from([(2, 2), (3, 2), (1, 1), (2, 3), (3, 3), (5, 4), (3, 5), (17, 2)])
    )
    x = draw(numbers((n,), decimals(-2, 2)))
    assume((abs(x) > 0.1).all() and (abs(abs(x) - 1) > 0.05).all())
    return _sent(x=x, degree=degree)


polynomial_features_values = _powers()


@st.composite
def _plane(draw):
    """More samples than parameters, or as many; y has a mean that is far from 0.

    The condition of the matrix is small: a solution by inv(A.T @ A) squares it.
    """
    n, d = draw(st.sampled_from([(3, 1), (3, 2), (4, 2), (2, 1), (5, 3), (4, 3), (9, 2)]))
    X = draw(numbers((n, d), _number))
    A = np.column_stack([X, np.ones(n)])
    assume(np.linalg.matrix_rank(A) == d + 1 and np.linalg.cond(A) < 15)
    y = draw(numbers((n,), _number)) + draw(st.sampled_from([5.0, -5.0]))
    solution = np.linalg.lstsq(A, y, rcond=None)[0]
    assume(abs(solution).min() > 0.05)
    return _sent(X=X, y=y)


normal_equation_values = _plane()
