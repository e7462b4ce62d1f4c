"""Exercise 5, with files that are not in the course's folders."""

import pytest
from conftest import ROOT, result
from support.words import said

from grader.course import Course, read_key
from grader.judge.grading import judge
from grader.judge.submission import Submission
from grader.report import Verdict
from grader.wire.messages import Unit

LESSON = Course(ROOT).lesson("ex5")
IMPORTS = "from fractions import Fraction\nimport numpy as np\n"
PARAMETERS = {
    "best_neighbour": "loss, w, b, delta",
    "local_search": "loss, w, b, delta, max_steps",
    "draw_sample": "n, batch_size, rng",
    "minibatch_gradient": "X, y, w, b, indices",
    "sgd": "X, y, w, b, rate, batches",
}
MOVES = "[(i * delta, j * delta) for i in (1, 0, -1) for j in (1, 0, -1)]"
BEST = f"min([(w, b)] + [(w + i, b + j) for i, j in {MOVES}], key=lambda p: loss(*p))"
SEARCH = """trace = [(w, b)]
    for step in range(max_steps):
        point = {best}
        if point == (w, b): break
        (w, b) = point; trace.append(point)
    return w, b, {trace}"""
GRADIENT = """r = X[i] @ w + b - y[i]
        {step}
    return w, b"""
SGD = f"for i in batches:\n        {GRADIENT}"
STEP = "w, b = w - rate * 2 * r @ X[i] / len(i), b - rate * 2 * r.mean()"

RIGHT = {
    "complex numbers": (
        "best_neighbour",
        "ways = [0] + [delta * complex(i, j) for i in (-1, 0, 1) for j in (-1, 0, 1)]\n"
        "    z = complex(w, b) + min(ways, key=lambda d: loss(w + d.real, b + d.imag))\n"
        "    return z.real, z.imag",
    ),
    "losses in float32": (
        "best_neighbour",
        "P = np.array([(w, b)] + [(w + i, b + j) for i, j in " + MOVES + "])\n"
        "    return tuple(P[np.argmin(np.array([loss(*p) for p in P], 'f'))])",
    ),
    "arrays of shape ()": (
        "best_neighbour",
        f"p = {BEST}\n    return np.array(p[0]), np.array(p[1])",
    ),
    "an array of two": ("best_neighbour", f"return np.array({BEST})"),
    "its own neighbours": ("local_search", SEARCH.format(best=BEST, trace="trace")),
    "a trace that is zipped": (
        "local_search",
        SEARCH.format(best=BEST, trace="zip(*np.array(trace).T)"),
    ),
    "a trace of fractions": (
        "local_search",
        SEARCH.format(best=BEST, trace="[list(map(Fraction, point)) for point in trace]"),
    ),
    "python's sample of a list": (
        "draw_sample",
        "left = list(range(n))\n"
        "    return [left.pop(int(rng.integers(len(left)))) for _ in range(batch_size)]",
    ),
    "the largest of n": ("draw_sample", "return np.argsort(rng.random(n))[-batch_size:]"),
    "sorted": ("draw_sample", "return sorted(rng.choice(n, batch_size, replace=False))"),
    "normal numbers": ("draw_sample", "return rng.normal(size=(batch_size, n)).argmax(axis=1)"),
    "draws more than it needs": (
        "draw_sample",
        "rng.random(7)\n    return rng.integers(0, n, 3 * batch_size)[::3]",
    ),
    "an average of gradients": (
        "minibatch_gradient",
        "g = [2 * (X[i] @ w + b - y[i]) * np.r_[X[i], 1] for i in indices]\n"
        "    return np.mean(g, axis=0)[:-1], np.mean(g, axis=0)[-1]",
    ),
    "a copy that is changed": ("sgd", "w = +w\n    " + SGD.format(step=STEP)),
}

HINTS = {
    "four": (
        "best_neighbour_values",
        "P = [(w, b), (w + delta, b), (w - delta, b), (w, b + delta), (w, b - delta)]\n"
        "    return min(P, key=lambda p: loss(*p))",
        "the diagonal ones",
    ),
    "below a thousand": (
        "best_neighbour_values",
        "low, best = 999, (w, b)\n    for i in (-1, 0, 1):\n        for j in (-1, 0, 1):\n"
        "            p = w + i * delta, b + j * delta\n"
        "            if loss(*p) < low: low, best = loss(*p), p\n    return best",
        "With what does your smallest",
    ),
    "a hundredth better": (
        "best_neighbour_values",
        f"p = {BEST}\n    return p if loss(*p) + 0.01 < loss(w, b) else (w, b)",
        "only a little better",
    ),
    "each axis by itself": (
        "best_neighbour_values",
        "v = min([w, w + delta, w - delta], key=lambda v: loss(v, b))\n"
        "    return v, min([b, b + delta, b - delta], key=lambda v: loss(w, v))",
        "are found apart",
    ),
    "one after the other": (
        "best_neighbour_values",
        "w = min([w, w + delta, w - delta], key=lambda v: loss(v, b))\n"
        "    return w, min([b, b + delta, b - delta], key=lambda v: loss(w, v))",
        "w is chosen first",
    ),
    "always": (
        "best_neighbour_stays",
        f"P = [(w + i, b + j) for i, j in {MOVES} if i or j]\n"
        "    return min(P, key=lambda p: loss(*p))",
        "no neighbour is better",
    ),
    "no start": (
        "local_search_trace",
        SEARCH.format(best=BEST, trace="trace[1:]"),
        "begins with the first move",
    ),
    "backwards": (
        "local_search_trace",
        SEARCH.format(best=BEST, trace="trace[::-1]"),
        "begins with the end",
    ),
    "one more": (
        "local_search_limit",
        SEARCH.format(best=BEST, trace="trace").replace("(max_steps)", "(1 + max_steps)"),
        "one move more",
    ),
    "losses": (
        "local_search_trace",
        SEARCH.format(best=BEST, trace="[loss(*p) for p in trace]"),
        "and not its loss",
    ),
    "one that stays": (
        "local_search_end",
        SEARCH.format(best=BEST, trace="trace").replace(
            "point == (w, b)", "point[0] == w or point[1] == b"
        ),
        "only one of w and b stays",
    ),
    "a column": (
        "draw_sample_range",
        "return np.array([[rng.integers(n)] for _ in range(batch_size)])",
        "stand in a column",
    ),
    "a copy": (
        "draw_sample_range",
        "import copy\n    return copy.deepcopy(rng).choice(n, batch_size)",
        "What moves the generator on?",
    ),
    "n - 1": (
        "draw_sample_range",
        "return np.array([rng.integers(n - 1) for _ in range(batch_size)])",
        "last sample is never drawn",
    ),
    "over n": (
        "minibatch_gradient_values",
        "A, r = X[indices], X[indices] @ w + b - y[indices]\n"
        "    return 2 * r @ A / len(X), 2 * r.sum() / len(X)",
        "number of all samples",
    ),
    "a set": (
        "minibatch_gradient_values",
        "i = list(set(indices))\n    r = X[i] @ w + b - y[i]\n"
        "    return 2 * r @ X[i] / len(i), 2 * r.mean()",
        "counts once",
    ),
    "in turn": (
        "sgd_values",
        SGD.format(
            step="w = w - rate * 2 * r @ X[i] / len(i); r = X[i] @ w + b - y[i]\n"
            "        b = b - rate * 2 * r.mean()"
        ),
        "both gradients first",
    ),
    "in place": (
        "sgd_kept",
        SGD.format(step="w -= rate * 2 * r @ X[i] / len(i); b -= rate * 2 * r.mean()"),
        "the w that you are given",
    ),
}

WORDS = {
    "another generator": (
        "draw_sample_rng",
        "return np.random.default_rng().integers(n, size=batch_size)",
        "a generator with the same seed gives another sample",
    ),
    "half as often": (
        "draw_sample_chance",
        "return [round(rng.random() * (n - 1)) for _ in range(batch_size)]",
        "times where 400 are the average",
    ),
    "a window that goes round": (
        "draw_sample_chance",
        "start = rng.integers(n)\n    return [(start + i) % n for i in range(batch_size)]",
        "from the first index of a sample the others follow",
    ),
    "one and its mirror": (
        "draw_sample_chance",
        "i = rng.integers(n)\n    return [n - 1 - i if j % 2 else i for j in range(batch_size)]",
        "from the first index of a sample the others follow",
    ),
    "floats": ("draw_sample_chance", "return rng.random(batch_size) * n // 1", "no integers"),
    "one for all": ("draw_sample_chance", "return [rng.integers(n)] * batch_size", "all indices"),
    "a window": (
        "draw_sample_chance",
        "start = rng.integers(n - batch_size + 1)\n    return np.arange(start, start + batch_size)",
        "from the first index of a sample the others follow",
    ),
}


@pytest.fixture(scope="module")
def grade(numpy_zygote):
    """Grade one function of exercise 5."""
    key = read_key(LESSON.key_path)

    def graded(function, body):
        source = f"{IMPORTS}def {function}({PARAMETERS[function]}):\n    {body}\n"
        submission = Submission("search.py", (Unit("search.py", source),))
        return judge(LESSON, key, submission, numpy_zygote, only=(function,))

    return graded


def owner(check):
    """The function that a check grades."""
    return next(c.function for c in LESSON.exercise.checks if c.name == check)


@pytest.mark.parametrize("name", RIGHT)
def test_an_odd_but_right_function_passes(grade, name):
    """How one gets there is free."""
    report = grade(*RIGHT[name])
    assert [(c.name, said(c)) for c in report.checks if c.verdict is not Verdict.PASSED] == []


@pytest.mark.parametrize("name", HINTS)
def test_a_likely_mistake_is_told(grade, name):
    """Written in another way than the file of wrong/, it gets that one's hint."""
    check, body, words = HINTS[name]
    found = result(grade(owner(check), body), check)
    assert found.verdict in (Verdict.FAILED, Verdict.ERROR)
    assert found.mistake is not None, said(found)
    assert words in " ".join(found.mistake.hints)


@pytest.mark.parametrize("name", WORDS)
def test_what_no_value_shows_is_said_in_words(grade, name):
    """Where chance decides, the check itself says what is wrong."""
    check, body, words = WORDS[name]
    found = result(grade(owner(check), body), check)
    assert found.verdict is Verdict.FAILED
    assert words in said(found)


@pytest.mark.parametrize(
    "check, body, words",
    [
        ("best_neighbour_values", "return None", "returned None"),
        ("best_neighbour_values", "return loss(w, b)", "expected a tuple of 2"),
        (
            "best_neighbour_stays",
            f"best = {BEST}\n    return best if best != (w, b) else None",
            "at_the_bottom: returned None",
        ),
        ("local_search_end", "return None", "returned None"),
        (
            "local_search_limit",
            SEARCH.format(best=BEST, trace="trace").replace(
                "return", "if len(trace) <= max_steps: return"
            ),
            "limited: returned None",
        ),
        ("local_search_trace", SEARCH.format(best=BEST, trace="")[:-2], "returned a tuple of 2"),
        ("draw_sample_range", "return None", "returned 'no indices: None'"),
        ("draw_sample_range", "return []", "returned 'no indices: []'"),
        ("draw_sample_range", "return ['0'] * batch_size", "returned \"no indices: ['0'"),
        ("draw_sample_range", "return [rng.integers(n)] * n", "returned 'the shape ("),
    ],
)
def test_what_comes_back_in_another_form_is_told(grade, check, body, words):
    """In words of what was returned, not by an exception of the check's own."""
    found = result(grade(owner(check), body), check)
    assert found.verdict is Verdict.FAILED
    assert words in said(found)
