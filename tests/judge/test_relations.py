"""What the numbers show: each relation is found for any numbers, and none where there is none."""

import ast

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.authoring import Asks, Check, Tolerance
from grader.course.key import KeyCheck
from grader.judge import results
from grader.judge.families import softmax
from grader.judge.relations import related
from grader.wire.messages import Line, Outcome, Raised, Returned
from grader.wire.values import Array, Inputs, Map, Seq

SHAPES = [(1, 1), (1, 2), (2, 1), (2, 2), (2, 3), (3, 2), (3, 3), (5, 4), (2, 7), (9, 3)]


def defined(text):
    """The definition of a check."""
    found = ast.parse(text).body[0]
    assert isinstance(found, ast.FunctionDef)
    return found


F = defined("def f_values(student, x, bs):\n    return student.f(x)")
SGD = defined("def f_values(student, params, bs):\n    return list(params)")


def arr(numbers, kind="tensor"):
    made = np.asarray(numbers, "float32")
    return Array(kind, "float32", made.shape, memoryview(made.tobytes()))


def check(**options):
    return Check("f_values", "title", "f", lambda: None, 1.0, **options)


def told(wrong, right=lambda x, bs: x, seed=0, draw=None, **options):
    """What is told of a function of an array and a number, where another one is asked."""
    rng = np.random.default_rng(seed)
    cases: list[Inputs] = []
    expected: list[Outcome] = []
    outcomes: list[Outcome] = []
    for i, shape in enumerate(SHAPES * 3):
        x = draw(rng, shape) if draw else rng.normal(size=shape) * 3
        bs = 2 + i % 7
        cases.append({"x": arr(x), "bs": bs})
        x = np.asarray(x, "float32")
        expected.append(Returned(arr(right(x, bs))))
        outcomes.append(Returned(arr(wrong(x, bs))))
    found = related(check(**options), F, KeyCheck(cases, expected), outcomes)
    return found and str(found)


def positive(rng, shape):
    return rng.uniform(0.05, 9, size=shape)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda x, bs: -x, "minus the expected one"),
        (lambda x, bs: 1 - x, "1 minus the expected one"),
        (lambda x, bs: x.T, "the expected one, transposed"),
        (lambda x, bs: x[::-1], "the expected one with its rows in reverse order"),
        (lambda x, bs: x[:, ::-1], "the expected one with its columns in reverse order"),
        (lambda x, bs: np.roll(x, 1, 0), "the expected one with its rows moved by one"),
        (lambda x, bs: 0 * x + x[:1], "the first row of the expected one, in every row"),
        (lambda x, bs: x**2, "the square of the expected one"),
        (lambda x, bs: np.exp(x), "e to the power of the expected one"),
        (lambda x, bs: softmax(x), "the softmax of each row of the expected one"),
        (lambda x, bs: x.sum(0), "the expected one summed over axis 0"),
        (lambda x, bs: x.sum(1), "the expected one summed over axis 1"),
        (lambda x, bs: -x.sum(1), "minus the expected one summed over axis 1"),
        (lambda x, bs: x.sum(1, keepdims=True), "the expected one summed over axis 1"),
        (lambda x, bs: x.sum(), "the expected one summed over everything"),
        (lambda x, bs: x.mean(), "the expected one averaged over everything"),
        (lambda x, bs: x.max(1), "the largest of the expected numbers over axis 1"),
        (lambda x, bs: x.argmax(1), "the place of the largest of the expected numbers over axis 1"),
        (lambda x, bs: x[0], "the first row of the expected one alone"),
        (lambda x, bs: x[1:] if len(x) > 1 else x[:0] + 0, None),
        (lambda x, bs: x[None], "the expected one with one more axis, at the front"),
        (lambda x, bs: x[..., None], "the expected one with one more axis, at the end"),
        (lambda x, bs: x.ravel(), "the expected numbers in one row, shape (n,)"),
        (lambda x, bs: 2 * x, "twice the expected one"),
        (lambda x, bs: x / 43, "1/43 of the expected one"),
        (lambda x, bs: x * 100, "100 times the expected one"),
        (lambda x, bs: x * 0.37, "0.37 times the expected one"),
        (lambda x, bs: x / bs, "the expected one divided by `bs`"),
        (lambda x, bs: x * len(x), "the expected one times the number of rows of `x` (`len(x)`)"),
        (
            lambda x, bs: x / np.sqrt(x.shape[1]),
            "the expected one divided by the square root of the number of columns of `x` "
            "(`x.shape[1]`)",
        ),
        (lambda x, bs: -x / bs, "minus the expected one divided by `bs`"),
        (
            lambda x, bs: x * bs / 50,
            "the expected one times `bs` and divided by 50: is 50 written where `bs` belongs?",
        ),
        (
            lambda x, bs: 0.01 * x / bs,
            "the expected one divided by `bs` and times 0.01: is 0.01 written where `bs` belongs?",
        ),
        (lambda x, bs: x + 0.25, "the expected one plus 0.25"),
        (lambda x, bs: x - 3, "the expected one minus 3"),
        (lambda x, bs: 2 * x - 1, "2 times the expected one, minus 1"),
        (lambda x, bs: 0.5 - x, "0.5 minus the expected one"),
        (lambda x, bs: x / (1 - x), "the expected one divided by 1 minus the expected one"),
        (lambda x, bs: np.maximum(x, 1 - x), "the expected one, or 1 minus it if that is more"),
        (lambda x, bs: np.diagonal(x), "the diagonal of the expected one alone"),
        (lambda x, bs: np.round(x, 2), "the expected one, rounded to 2 decimals"),
        (lambda x, bs: np.round(x), "the expected one, rounded to integers"),
        (lambda x, bs: np.minimum(x, 1.5), "the expected one, but never above 1.5"),
        (lambda x, bs: np.maximum(x, 0), "the expected one, but never below 0"),
        (
            lambda x, bs: np.clip(x, -1, 2),
            "the expected one, but never below -1 and never above 2",
        ),
    ],
)
def test_a_relation_is_found(wrong, words):
    """Each kind, on thirty inputs of ten shapes."""
    told_of = told(wrong)
    if words is None:
        assert told_of is None
    elif words.endswith("?"):
        assert told_of == f"the numbers show: on every input the result is {words}"
    else:
        assert told_of == f"the numbers show: the result is {words}, on every input"


def test_relations_of_losses():
    """A loss in another base, with an epsilon inside, or clipped, for any size of these."""

    def loss(p, bs):
        return -np.log(p[:, 0])

    def probable(rng, shape):
        return 10.0 ** rng.uniform(-4, -0.01, size=shape)

    show = "the numbers show: the result is {}, on every input"
    ten = told(lambda p, bs: -np.log10(p[:, 0]), loss, draw=probable)
    assert ten.startswith("the numbers show: the result is 0.4343 times the expected one, as a log")
    for eps in (1e-5, 1e-3, 0.02):
        found = told(lambda p, bs, e=eps: -np.log(p[:, 0] + e), loss, draw=probable)
        assert found == show.format(f"what -log(p + {eps:.3g}) gives where -log(p) is expected")
    bound = told(lambda p, bs: -np.log(np.maximum(p[:, 0], 0.01)), loss, draw=probable)
    assert told(lambda p, bs: p[:, 0], loss, draw=probable) == show.format(
        "e to the power of minus the expected one"
    )
    assert bound == show.format("the expected one, but never above 4.6052")
    table = told(lambda p, bs: -np.log(p[:, :1]) + 0 * p[:, 0], loss, draw=probable)
    assert table == show.format("a table in which each column is the expected one")
    pairs = told(lambda p, bs: -np.log(p[:, :1] + np.tri(len(p), k=-1)), loss, draw=probable)
    assert pairs.endswith(
        "the expected numbers stand on the diagonal of the result, on every input"
    )


def test_what_is_undone():
    """A last step that is missing is found by making it."""
    of_rows = told(lambda x, bs: x, lambda x, bs: x.sum(1))
    assert of_rows == ("the numbers show: the result is the input `x` as it is, on every input"), (
        "the simpler of two that hold"
    )
    squares = told(lambda x, bs: x**2, lambda x, bs: (x**2).sum(1))
    assert "the sum of the result over axis 1 is the expected one" in squares
    logits = told(lambda x, bs: 2 * x, lambda x, bs: softmax(2 * x))
    assert "the softmax of each row of the result is the expected one" in logits


def test_constants():
    """What does not look at its input."""
    assert told(lambda x, bs: 0 * x) == "the numbers show: the result is 0 on every input"
    uniform = told(lambda x, bs: 0 * x + x.shape[1] + bs)
    assert uniform == "the numbers show: all numbers of a result are the same, on every input"
    nan = told(lambda x, bs: x * np.nan)
    assert nan == "the numbers show: the result is nan on every input"


@settings(max_examples=30, deadline=None)
@given(st.floats(0.01, 500), st.booleans(), st.integers(0, 9))
def test_any_factor_is_found(size, negative, seed):
    """Of any size and either sign."""
    factor = -size if negative else size
    if abs(size - 1) < 0.01:
        return
    assert "the expected one" in told(lambda x, bs: x * np.float32(factor), seed=seed)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6))
def test_noise_has_no_relation(seed):
    """Numbers that have nothing to do with the expected ones."""
    rng = np.random.default_rng(seed + 1)  # those of the inputs are others
    assert told(lambda x, bs: rng.normal(size=x.shape), seed=seed) is None
    assert told(lambda x, bs: rng.normal(size=len(x)), seed=seed) is None
    assert told(lambda x, bs: rng.integers(0, 2, x.shape), seed=seed) is None


OTHERS = [
    lambda x, bs: np.sin(x),
    lambda x, bs: x * np.arange(1, x.size + 1).reshape(x.shape),
    lambda x, bs: np.tanh(x) + bs,
    lambda x, bs: x + bs * x**2,
    lambda x, bs: x @ x.T,
    lambda x, bs: np.where(x > 0, x, bs * x),
    lambda x, bs: np.where(x > 0, 2 * x - 1, 3 * x - 1),
    lambda x, bs: x.sum(1) + x.max(1),
    lambda x, bs: x - x.mean(0) + bs,
    lambda x, bs: np.abs(x) ** 0.5 * np.sign(x),
    lambda x, bs: x * (1 + 1e-3 * np.sin(50 * x)),
]


@pytest.mark.parametrize("number", range(len(OTHERS)))
def test_other_functions_have_no_relation(number):
    """What is none of the kinds is told nothing of."""
    assert told(OTHERS[number]) is None


def test_one_input_against_it_is_enough():
    """A relation that holds on all inputs but one is none."""

    def wrong(x, bs):
        return 2 * x if x.shape != (9, 3) else 2 * x + np.eye(9, 3)

    assert told(wrong) is None
    assert told(lambda x, bs: 2 * x if x.shape != (1, 1) else x) is None


def test_binary_results_need_more_than_coincidence():
    """0 and 1 are minus, squares and roots of each other."""

    def sign(x, bs):
        return (x > 0).astype("float32")

    assert told(lambda x, bs: sign(x, bs) * sign(x, bs), sign) is None
    assert told(lambda x, bs: -sign(x, bs), sign) is None


def test_a_call_that_raised_leaves_nothing_to_say():
    """A relation is about all inputs."""
    cases = [{"x": arr([float(i), 1.0]), "bs": 2} for i in range(6)]
    expected: list[Outcome] = [Returned(arr([float(i), 2.0])) for i in range(6)]
    outcomes = [Returned(arr([2.0 * i, 4.0])) for i in range(5)]
    key = KeyCheck(cases, expected)
    raised = Raised("ValueError", "no")
    assert related(check(), F, key, [*outcomes, Returned(arr([10.0, 4.0]))]) is not None
    assert related(check(), F, key, [*outcomes, raised]) is None


def test_there_is_an_end_to_what_is_looked_at(monkeypatch):
    """A student's arrays would be copied as float64, some times over."""
    assert told(lambda x, bs: 2 * x) is not None
    monkeypatch.setattr(results, "MOST", 100)
    assert told(lambda x, bs: 2 * x) is None


def test_a_loose_tolerance_is_no_relation():
    """What is right in a check that asks for little is no rounding."""

    def off(x, bs):
        return np.where(np.arange(x.size).reshape(x.shape) % 2, x, x + 5 * np.sin(x))

    assert told(off, tolerance=Tolerance(0.01, 0.01)) is None
    assert told(lambda x, bs: x.T, asks=Asks.SHAPE).endswith("transposed, on every input")


# --- steps --------------------------------------------------------------------------------------


def stepped(step, seed=0, trait=""):
    """What is told of a step p + step(g, bs, i), where p - g / bs is asked, on lists of arrays."""
    rng = np.random.default_rng(seed)
    cases: list[Inputs] = []
    expected: list[Outcome] = []
    outcomes: list[Outcome] = []
    for i in range(12):
        params = [rng.normal(size=s).astype("float32") for s in [(2, 3), (3,), ()][: 1 + i % 3]]
        grads = [rng.normal(size=p.shape).astype("float32") for p in params]
        bs = 2 + i % 5
        cases.append({"params": Seq("list", [arr(p, "variable") for p in params]), "bs": bs})
        new = [p - g / bs for p, g in zip(params, grads, strict=True)]
        expected.append(Returned(Seq("list", [arr(p) for p in new])))
        moved = [p + step(g, bs, n) for n, (p, g) in enumerate(zip(params, grads, strict=True))]
        outcomes.append(Returned(Seq("list", [arr(p) for p in moved])))
    traits = {trait: Line("a.py", 3, "sgd", "p = p - g")} if trait else {}
    found = related(check(), SGD, KeyCheck(cases, expected), outcomes, traits)
    return found and str(found)


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (lambda g, bs, i: g / bs, "minus the expected one"),
        (lambda g, bs, i: -2 * g / bs, "twice the expected one"),
        (lambda g, bs, i: -g, "the expected one times `bs`"),
        (lambda g, bs, i: -g / bs**2, "the expected one divided by `bs`"),
        (lambda g, bs, i: -g / 64 / bs, "1/64 of the expected one"),
        (
            lambda g, bs, i: -g / 64,
            "the expected one times `bs` and divided by 64: is 64 written where `bs` belongs?",
        ),
    ],
)
def test_the_change_of_what_is_changed(step, words):
    """Steps that have the wrong size or sign."""
    assert words in stepped(step)
    assert stepped(step).startswith(
        "the numbers show: on every input the change, after minus before, is "
    )


def test_what_does_not_change():
    """Nothing at all, or not all of it; a lazy map is named where the source has one."""
    nothing = "nothing has changed: all values are what they were before the call"
    assert stepped(lambda g, bs, i: 0 * g) == nothing
    assert "use a `for` loop" in stepped(lambda g, bs, i: 0 * g, trait="lazy")
    assert "at a.py, line 3, in sgd: p = p - g gives the name" in stepped(
        lambda g, bs, i: 0 * g, trait="rebinds"
    )
    first = stepped(lambda g, bs, i: -g / bs if i == 0 else 0 * g)
    assert first == (
        "the numbers show: what changes, as expected, is the first value; the others stay as they "
        "were"
    )
    assert stepped(lambda g, bs, i: np.sin(g)) is None


def test_what_is_changed_in_a_dict():
    """By the names of its keys, in whatever order they come."""
    rng = np.random.default_rng(0)
    cases: list[Inputs] = []
    expected: list[Outcome] = []
    outcomes: dict[str, list[Outcome]] = {"twice": [], "w alone": []}
    for _ in range(8):
        w, b, d = rng.normal(size=(2, 3)), rng.normal(size=3), rng.normal(size=3)
        cases.append({"params": Map([("w", arr(w)), ("b", arr(b))])})
        expected.append(Returned(Map([("b", arr(b - d)), ("w", arr(w - d))])))
        outcomes["twice"].append(Returned(Map([("w", arr(w - 2 * d)), ("b", arr(b - 2 * d))])))
        outcomes["w alone"].append(Returned(Map([("w", arr(w - d)), ("b", arr(b))])))
    key, step = KeyCheck(cases, expected), "def f_values(student, params):\n    return params"
    twice = str(related(check(), defined(step), key, outcomes["twice"]))
    assert twice.endswith("the change, after minus before, is twice the expected one")
    alone = str(related(check(), defined(step), key, outcomes["w alone"]))
    assert alone.endswith("as expected, is the value of 'w'; the others stay as they were")


def test_each_of_several_values():
    """However many there are."""
    rng = np.random.default_rng(0)
    lists = [[rng.normal(size=3) for _ in range(1 + i % 3)] for i in range(9)]
    cases: list[Inputs] = [{"x": arr([1.0, i])} for i in range(9)]
    expected: list[Outcome] = [Returned(Seq("list", [arr(x) for x in each])) for each in lists]
    zero = [Returned(Seq("list", [arr(0 * x) for x in each])) for each in lists]
    none = [Returned(Seq("list", [])) for _ in lists]
    found = related(check(), F, KeyCheck(cases, expected), zero)
    assert str(found) == "the numbers show, of each value: the result is 0 on every input"
    empty = related(check(), F, KeyCheck(cases, expected), none)
    assert str(empty) == "the numbers show: the result is an empty list, on every input"


def test_values_beside_histories_of_any_length():
    """What is in all cases is looked at, however many steps there are."""
    rng = np.random.default_rng(0)
    cases: list[Inputs] = [{"x": arr([1.0, i])} for i in range(9)]
    expected: list[Outcome] = []
    outcomes: list[Outcome] = []
    for i in range(9):
        w, history = rng.normal(size=3), [arr(rng.normal()) for _ in range(i % 3)]
        expected.append(Returned(Seq("tuple", [arr(w), Seq("list", [*history])])))
        outcomes.append(Returned(Seq("tuple", [arr(2 * w), Seq("list", [*history])])))
    found = related(check(), F, KeyCheck(cases, expected), outcomes)
    words = (
        "the numbers show, of the first value: the result is twice the expected one, on every input"
    )
    assert str(found) == words


def noise(shape):
    return np.random.default_rng(sum(shape)).normal(size=shape)


@pytest.mark.parametrize(
    ("wrong", "right", "words"),
    [
        (lambda x, bs: noise(x.shape), lambda x, bs: x.sum(1), "has the shape of the input `x`"),
        (lambda x, bs: noise((len(x), 1)), lambda x, bs: x, "axis 1 of the result has length 1"),
        (lambda x, bs: noise((1, x.shape[1])), lambda x, bs: x, "axis 0 of the result has"),
        (lambda x, bs: noise((len(x), len(x))), lambda x, bs: x, None),
        (lambda x, bs: noise(x.shape).sum(), lambda x, bs: x.sum(1), None),
    ],
)
def test_a_wrong_shape_is_told_where_it_is_one_of_the_inputs_or_lacks_an_axis(wrong, right, words):
    found = told(wrong, right, asks=Asks.SHAPE)
    assert found is None if words is None else words in found


def test_a_number_of_batches_is_a_quantity():
    """A sum over batches, in the place of their mean."""
    found = told(lambda x, bs: x * len(x) / bs)
    assert "the expected one times `len(x) / bs`, on every input" in found
    assert "the expected one divided by `len(x) / bs`" in told(lambda x, bs: x * bs / len(x))


@pytest.mark.parametrize("power", [0.1, 0.5, 2.0])
def test_a_temperature_is_read_off(power):
    def right(x, bs):
        return softmax(x)

    found = told(lambda x, bs: softmax(x * power), right)
    assert f"the expected one to the power of {power:g}, each row divided by its sum" in found
    shifted = told(lambda x, bs: softmax(x * power + np.arange(x.shape[1])), right)
    assert shifted is None
