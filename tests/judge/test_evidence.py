"""What a known mistake is named from, and what proves nothing."""

import numpy as np
import pytest
from msgspec.structs import replace

from grader.authoring import Asks, Check
from grader.course.key import KeyCheck
from grader.judge.evidence import (
    CUTS,
    STILL,
    TYPES,
    Evidence,
    evidence,
    is_uniform,
    same,
    telling,
)
from grader.text import Message
from grader.wire.messages import Raised, Returned, Said
from grader.wire.values import Array, Seq


def check(**options):
    return Check("f_values", "title", "f", lambda: None, 1.0, **options)


def arr(numbers, dtype="float32"):
    made = np.asarray(numbers, dtype)
    return Array("tensor", dtype, made.shape, memoryview(made.tobytes()))


INPUTS = [arr([[i, 1.0], [2.0, i]]) for i in range(6)]
EXPECTED = [arr([i, 2.0]) for i in range(6)]


def worth(outcomes, expected=EXPECTED, failing=None, **options):
    """What the kept outcomes of a mistake are worth, one a case."""
    cases = KeyCheck([{"x": x} for x in INPUTS], [Returned(e) for e in expected])
    kept = dict(enumerate(o if isinstance(o, Raised | Said) else Returned(o) for o in outcomes))
    return evidence(kept, range(len(kept)) if failing is None else failing, cases, check(**options))


ENOUGH = Evidence(True)


def test_numbers_of_its_own_name_a_mistake():
    """In two cases at least."""
    assert worth([arr([2.0 * i, 4.0]) for i in range(6)]) == ENOUGH
    assert worth([arr([2.0 * i, 4.0]) for i in range(6)], failing=[3]) == Evidence(False)


@pytest.mark.parametrize(
    "outcomes",
    [
        pytest.param([arr([0.0, 0.0])] * 6, id="zeros"),
        pytest.param([arr([1 / (2 + i)] * (2 + i)) for i in range(6)], id="uniform, of every size"),
        pytest.param([arr([np.nan, np.nan])] * 6, id="NaN"),
        pytest.param([arr(0.0)] * 6, id="a scalar of one value"),
        pytest.param([None] * 6, id="None, which may be a gradient"),
        pytest.param([Seq("list", [])] * 6, id="an empty list"),
    ],
)
def test_what_a_constant_gives_names_nothing(outcomes):
    """Anything may be the cause."""
    assert not worth(outcomes).enough


def test_single_numbers_must_vary():
    """An accuracy that is 0 unless all is right is more than one that is always 0."""
    half = [arr(x) for x in (0.0, 0.5, 1.0, 0.5, 1.0, 0.25)]
    zero_or_one = [arr(x) for x in (0.0, 0.0, 1.0, 0.0, 1.0, 0.0)]
    assert worth(zero_or_one, half, failing=[1, 3, 5]) == ENOUGH
    assert not worth([arr(0.0)] * 6, half, failing=[1, 2, 3, 4, 5]).enough


def test_a_constant_beside_right_numbers_names_nothing():
    """The loss is right, and the accuracy always 0: only the accuracy counts."""
    both = [Seq("tuple", [arr(i / 3), arr(x)]) for i, x in enumerate((0.5, 1.0, 0.5, 0.25, 0, 1))]
    zero = [Seq("tuple", [arr(i / 3), arr(0.0)]) for i in range(6)]
    half = [Seq("tuple", [arr(i / 3), arr(x / 2)]) for i, x in enumerate((0.5, 1, 0.5, 0.25, 0, 1))]
    failing = [0, 1, 2, 3, 5]
    assert not worth(zero, both, failing).enough
    assert worth(half, both, failing) == ENOUGH


def test_not_finite_where_others_are_right():
    """NaN for large numbers alone has a cause; so has a part that is NaN."""
    some = [arr([np.nan, np.nan]) if i < 2 else EXPECTED[i] for i in range(6)]
    assert worth(some, failing=[0, 1]) == ENOUGH
    assert worth([arr([np.nan, i]) for i in range(6)]) == ENOUGH


def test_what_went_in_and_came_out_is_told_by_the_source():
    """Nothing changed: because of a loop that rebinds, a lazy map, or a call that is missing."""
    found = worth(INPUTS)
    assert found == Evidence(False, STILL)
    assert found.names({"rebinds"}, {"rebinds", "numpy"})
    assert not found.names({"rebinds"}, {"lazy"})
    assert not found.names({"rebinds"}, {"rebinds", "lazy"}), "either may be the cause"
    assert not found.names(set(), set()), "and neither the source tells it"


def test_some_changed_and_some_not_is_more_than_nothing_changed():
    """A loop that ends early; flags beside what has not changed are no numbers."""
    both = [Seq("list", [arr([i, 7.0]), arr([i, 9.0])]) for i in range(6)]
    first = [Seq("list", [arr([i, 7.0]), x]) for i, x in enumerate(INPUTS)]
    assert worth(first, both) == ENOUGH
    pairs = [Seq("tuple", [e, True]) for e in EXPECTED]
    kept = [Seq("tuple", [x, False]) for x in INPUTS]
    assert worth(kept, pairs) == Evidence(False, STILL)


def test_no_gradient_is_told_by_the_source():
    """NumPy is blamed where there is NumPy, and nothing else that cuts."""
    found = worth([None] * 6)
    assert found == Evidence(False, CUTS)
    assert found.names({"numpy"}, {"numpy", "cast"})
    assert not found.names({"numpy"}, {"variable"})
    assert not found.names({"numpy"}, {"numpy", "variable"})
    half = [Seq("list", [None, e]) for e in EXPECTED]
    both = [Seq("list", [x, e]) for x, e in zip(INPUTS, EXPECTED, strict=True)]
    assert worth(half, both) == Evidence(False, CUTS), "the rest is right"


def test_a_dtype_is_told_by_the_source():
    """The same numbers of another dtype."""
    doubles = [arr(e.numpy(), "float64") for e in EXPECTED]
    found = worth(doubles, asks=Asks.DTYPE)
    assert found == Evidence(False, TYPES)
    assert found.names({"cast"}, {"cast"}) and not found.names({"cast"}, {"numpy"})


def test_a_wrong_shape_is_told_by_its_numbers():
    """Of zeros in a wrong shape nothing is known."""
    assert worth([arr([[i, 2.0]]) for i in range(6)], asks=Asks.SHAPE) == ENOUGH
    assert not worth([arr([[0.0, 0.0]])] * 6, asks=Asks.SHAPE).enough


@pytest.mark.parametrize(
    ("messages", "named"),
    [
        (["Matrix size-incompatible: In[0]: [2,{}], In[1]: [3072,43]"], True),
        (["Input to reshape has {} values, but the requested shape requires 3072"], True),
        (["cannot compute EqualV2 as input #1 was expected to be a int64 tensor [Op:Equal]"], True),
        (["'ResourceVariable' object has no attribute 'assing'"], True),
        (["something is wrong"], False),
        (["unsupported operand type(s) for *: 'float' and 'NoneType'"], False),
        (["'NoneType' object has no attribute 'shape' {}"], False),
        ([""], False),
    ],
)
def test_an_exception_names_a_mistake_by_its_numbers_or_names(messages, named):
    """Two different ones at least, or one of few causes."""
    raised = [Raised("ValueError", messages[0].replace("{}", str(7 * i))) for i in range(6)]
    assert worth(raised).enough is named
    assert not worth(raised[:1]).enough


def test_a_students_own_names_are_no_cause():
    """Whatever is missing or not in a dict."""
    for kind in ("NameError", "UnboundLocalError", "KeyError"):
        assert not worth([Raised(kind, f"'loss' {i}") for i in range(6)]).enough


def test_a_predicate_names_by_what_it_says_not_by_what_it_measured():
    """`right on 20 of 64 images` has many causes."""
    says = Message("the last layer has an activation")
    measured = Message("right on {n} of {all}", n=20, all=64)
    of_one = KeyCheck([{}], [Returned(1.0)])
    assert evidence({0: Said([says])}, [0], of_one, check()) == ENOUGH
    kind = Message("it is a {kind}", kind="Dense")
    assert evidence({0: Said([says, kind])}, [0], of_one, check()) == ENOUGH
    assert not evidence({0: Said([says, measured])}, [0], of_one, check()).enough
    assert not evidence({0: Said([])}, [0], of_one, check()).enough


def test_a_sentence_that_is_the_same_on_all_inputs_names_nothing():
    """Nor do facts that are the inputs': only facts of the value, which differ, are evidence."""
    says = Message("the centers still move")
    measured = [Said([Message("the inertia is {found}", found=i / 8)]) for i in range(6)]
    assert not worth([Said([says])] * 6).enough
    assert worth(measured) == ENOUGH
    assert not worth([replace(each, own=False) for each in measured]).enough
    assert not worth(measured, failing=[3]).enough


def test_telling_numbers():
    """Neither all the same, nor those of an input."""
    x = {"x": INPUTS[3]}
    assert telling(Returned(EXPECTED[3]), Returned(arr([1.0, 2.0])), x)
    assert not telling(Returned(EXPECTED[3]), Returned(arr([2.0, 2.0])), x)
    assert not telling(Returned(EXPECTED[3]), Returned(INPUTS[3]), x)
    assert not telling(Returned(EXPECTED[3]), Returned(EXPECTED[3]), x)


def test_the_largest_doubles_are_not_uniform_and_warn_of_nothing(recwarn):
    """Their difference is no number that fits."""
    assert not is_uniform(np.array([1.79e308, -1.79e308]))
    assert not same(np.array([1.7e308]), np.array([-1.7e308]))
    assert not list(recwarn)
