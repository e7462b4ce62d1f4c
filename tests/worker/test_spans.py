"""Which lines are told to be a function's: what is executed for it, and no more."""

import pytest
from conftest import ROOT

from grader.course.course import Course
from grader.wire import Unit
from grader.worker.source.spans import spans

LESSON = Course(ROOT / "tests" / "toy").lesson("ex1")


def lines(*units: str, function: str = "mean") -> list[tuple[str, int, int]]:
    """The lines of a function in files of these texts."""
    load = LESSON.load_request([Unit(f"u{i}", text) for i, text in enumerate(units)], spans=True)
    return [(span.file, span.first, span.last) for span in spans(load)[function]]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("def mean(x):\n    return x", [(1, 2)]),
        ("import numpy\n\n\ndef mean(x):\n    return x", [(4, 5)]),
        ("import numpy\ndef mean(x):\n    return numpy.mean(x)", [(1, 3)]),
        ("@staticmethod\ndef mean(x):\n    return x\nprint(1)", [(1, 3)]),
        ("def mean(x):\n    '''A\n    b'''\n    # c\n    return x", [(1, 1), (5, 5)]),
        ("def mean(x):\n    '''Nothing yet'''", [(1, 2)]),
        ("def mean(x): 'one line'; return x", [(1, 1)]),
        ("x = 1; mean = lambda x: x; y = 2", [(1, 1)]),
        ("def spread(x):\n    return 1", []),
    ],
)
def test_the_lines_are_those_that_are_executed(source, found):
    """With decorators, and without a docstring, which is the task's own."""
    assert lines(source) == [("u0", *each) for each in found]


def test_each_file_has_its_own_lines():
    """As cells have; lines that are next to one another in two files are two."""
    assert lines("N = 1", "def mean(x):\n    return N") == [("u0", 1, 1), ("u1", 1, 2)]


def test_a_source_that_is_nested_too_deeply_has_none():
    """The worker goes on without them."""
    load = LESSON.load_request([Unit("u", "mean = " + "-" * 100_000 + "1")], spans=True)
    assert spans(load).get("mean", []) == []
