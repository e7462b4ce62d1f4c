"""Two files with the same wrong values have the same mistake, whatever they look like."""

import json
import re
import textwrap
from dataclasses import replace

import msgspec
import numpy as np
import pytest
from conftest import ROOT
from support.lending import RIGHT as LENDING

from grader import formats
from grader.authoring import Check
from grader.build.generate import build_key
from grader.course.course import Course
from grader.judge import sampled
from grader.judge.grading import judge
from grader.judge.sampled import Case, Failed, Traced, case_of_value, unpacked
from grader.judge.submission import Submission
from grader.judge.twins import same_mistake
from grader.report import Report, Trace
from grader.wire.messages import Returned, Unit
from grader.wire.values import Array

_TIME = re.compile(r'timestamp="[^"]*"')
SPREAD = "\n\ndef spread(x):\n    return x.min(), x.max()\n"
ONE_MORE = """
def mean(x):
    return x.sum(0) / (len(x) + 1)
"""
IN_LOOPS = '''
import numpy as np

MORE = 1


def total(column):
    # added up by hand
    found = 0.0
    for number in column:
        found += number
    return found


def mean(x):
    """The mean."""
    return np.array([total(c) / (len(c) + MORE) for c in x.T])
'''


@pytest.fixture
def trace(toy, toy_key, numpy_zygote):
    """What is kept of the toy's `mean` in a file; None where nothing is."""

    def traced(source: str, key=toy_key, function="mean"):
        report = graded(toy, key, numpy_zygote, source)
        return next((each for each in report.traces if each.function == function), None)

    return traced


def graded(lesson, key, zygote, source: str) -> Report:
    """A file, graded as of a class."""
    submission = Submission("mean.py", (Unit("mean.py", source + SPREAD),))
    return judge(lesson, key, submission, zygote, traced=True)


@pytest.fixture
def alike(trace):
    """Whether two files have the same mistake in `mean`."""

    def compared(one: str, other: str) -> bool:
        first, second = trace(one), trace(other)
        both = read(first), read(second)
        assert same_mistake(*both) == same_mistake(*reversed(both))
        return same_mistake(*both)

    return compared


def read(trace: Trace | None) -> Traced:
    """The values in a trace, which is there."""
    assert trace is not None
    values = unpacked(trace)
    assert values is not None
    return values


def of(body: str) -> str:
    """A file whose `mean` has this body."""
    return f"import numpy as np\n\n\ndef mean(x):\n{textwrap.indent(body, '    ')}\n"


def test_two_wordings_of_one_mistake_are_the_same(alike):
    """With loops or in one line, with a helper, a constant and a note, or without."""
    assert alike(ONE_MORE, IN_LOOPS)
    assert alike(of("return x.mean(0) * (1 + 2j)"), of("y = x * 1j\nreturn (x + 2 * y).mean(0)"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ONE_MORE, of("return x.sum(0) / (len(x) + 2)")),
        (ONE_MORE, of("return x.sum(0) / (len(x) + 1.0002)")),
        (ONE_MORE, of("return x.sum(0)[None] / (len(x) + 1)")),
        (of("return x.mean(0) + 1"), of("return x.mean(0) + (len(x) < 3)")),
        (of("return x.mean(0) + np.nan"), of("return x.mean(0) + np.inf")),
        (of("return x.mean(0) * 1j"), of("return x.mean(0) * 2j")),
    ],
)
def test_other_values_are_another_mistake(alike, one, other):
    """Also where they are near, are wrong in other cases, or have another shape."""
    assert not alike(one, other)


@pytest.mark.parametrize(
    "body", ["return None", "return 0", "return np.zeros(x.shape[1])", "return x"]
)
def test_what_many_causes_give_is_no_mistake(alike, body):
    """Nothing, a constant, an input that came back: two files with that are not put together."""
    assert not alike(of(body), of("y = x\n" + body))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("return x.sum(0) / x.rows", "return x.sum(0) / x.rows  # all", True),
        ("a = x.sum(0)\nreturn a.divide(7)", "total = x.sum(0)\nreturn total.divide(7)", True),
        ("return x.sum(0) / x.rows", "return x.sum(0) / x.count", False),
        ("return x.sum(0) / rows", "return x.sum(0) / rows", False),
        ("y = 3\nreturn y.rows", "z = 3\nreturn z.rows", True),
        ("return x.rows", "y = x\nreturn y.rows", False),
        ("y = None\nreturn y + x", "y = print()\nreturn y + x", False),
        ("return x.reshape(7, 5, 3)", "y = x\nreturn y.reshape(7, 5, 3)", False),
    ],
)
def test_an_exception_is_the_same_by_its_type_and_its_line(alike, one, other, same):
    """The line without the student's own names; a missing name and a None have many causes."""
    assert alike(of(one), of(other)) is same


@pytest.mark.parametrize(
    "source",
    [
        of("return x.mean(0)"),
        of("return x.sum(0)"),
        of("while True: pass"),
        of("import os\nos._exit(1)"),
        of("return x.sum(0) / (len(x) + 1) if len(x) < 3 else [0 for _ in iter(int, 1)]"),
        "def mean(x: return 1",
        "mean = 3",
        "def mean(x):\n    raise NotImplementedError('mean is not implemented yet')",
    ],
)
def test_nothing_is_kept_of_what_is_right_or_named_or_lost(trace, source):
    """Nor of what can't be read, is no function or was not begun."""
    assert trace(source) is None


def test_what_a_key_names_is_kept_where_the_key_does_not(trace, toy_key):
    """The same file with a key that lacks the mistake."""
    unknowing = msgspec.structs.replace(toy_key, mistakes=[])
    assert trace(of("return x.sum(0)"), unknowing) is not None


def test_the_code_is_what_is_executed_for_the_function(trace):
    """With what it uses, and without other functions, notes between them, and its docstring."""
    code = trace("LEFT = 0\nprint(LEFT)\n" + IN_LOOPS).code
    assert code == IN_LOOPS.strip().replace('    """The mean."""\n', "").replace("\n\n\n", "\n\n")


def test_the_code_of_cells_is_cut_from_these(toy, toy_key, numpy_zygote):
    """By their labels, with lines that are no Python where they stood."""
    cells = [
        "import numpy as np\nN = 1\nprint(N)",
        "%time 1\ndef mean(x):\n    return x.sum(0) / (len(x) + N)",
    ]
    units = tuple(Unit(f"cell {i}", text, cell=True) for i, text in enumerate(cells, 1))
    report = judge(toy, toy_key, Submission("mean.ipynb", units), numpy_zygote, traced=True)
    assert [each.code for each in report.traces] == [f"N = 1\n\n{cells[1].partition(chr(10))[2]}"]


def test_what_is_kept_is_small_and_has_neither_inputs_nor_right_results(
    toy, toy_key, numpy_zygote, monkeypatch
):
    """The numbers are the function's own, of the cases that it fails and of no other."""
    source = of("return x.mean(0) + 1000 * (x.min() > 0)")
    report = graded(toy, toy_key, numpy_zygote, source)
    (found,) = report.traces
    for failed in read(found).checks:
        numbers = [np.frombuffer(case.numbers) for case in failed.cases]
        assert numbers and all(np.all(x > 900) for x in numbers)
        failing = [i for i, x in enumerate(toy_key.checks[failed.check].cases)
                   if x["x"].numpy().min() > 0]  # fmt: skip
        assert [case.case for case in failed.cases] == failing
    assert len(found.values) < 4000


def test_a_report_shows_nothing_of_it(toy, toy_key, numpy_zygote):
    """In no format, so that no student gets it; and it is kept for a class alone."""
    report = graded(toy, toy_key, numpy_zygote, ONE_MORE)
    assert report.traces
    without = replace(report, traces=())
    for name in formats.names():
        render = formats.named(name)
        one, other = (render(each, formats.Options()) for each in (report, without))
        assert _TIME.sub("", one) == _TIME.sub("", other)
    submission = Submission("mean.py", (Unit("mean.py", ONE_MORE + SPREAD),))
    assert judge(toy, toy_key, submission, numpy_zygote).traces == ()
    assert "traces" not in json.loads(formats.named("json")(report, formats.Options()))


def test_large_results_are_kept_in_part():
    """Some numbers, and the sum of all with weights: one that differs anywhere is seen."""
    rng = np.random.default_rng(0)
    large = rng.normal(size=(40, 50))
    one = as_case(large)
    assert len(one.numbers) == 8 * (sampled.CLOSELY + 1)
    assert same_mistake(of_case(one), of_case(as_case(large * (1 + 1e-9))))
    for place in [(0, 0), (17, 31), (39, 49)]:
        other = large.copy()
        other[place] += 0.1
        assert not same_mistake(of_case(one), of_case(as_case(other)))


def as_case(array: np.ndarray) -> Case:
    """A case with this result."""
    returned = Returned(Array("array", "float64", array.shape, memoryview(array.tobytes())))
    return case_of_value(0, returned, Returned(1.0), Check("", "", "", print, 1.0))


def of_case(*cases: Case, proves=True, firm=True, marks=(), traits=()) -> Traced:
    """A function that fails one check in these cases."""
    return Traced([*traits], [Failed("mean_values", firm, proves, [*marks], [*cases])])


def case(number: int, *numbers: float, form="(2,)", nearly=False) -> Case:
    """A wrong result that may be off by 0.1."""
    slack = np.full(len(numbers), 0.1, np.float32)
    return Case(number, form, nearly, np.array(numbers, float).tobytes(), slack.tobytes())


def test_the_tolerance_is_that_of_naming():
    """Each number for itself; what is not finite must be so in both."""
    one = of_case(case(0, 1, 2))
    assert same_mistake(one, of_case(case(0, 1.05, 1.95)))
    assert not same_mistake(one, of_case(case(0, 1, 2.2)))
    assert not same_mistake(one, of_case(case(0, 1, np.nan)))
    assert not same_mistake(one, of_case(case(0, 1, 2, 3)))
    assert same_mistake(of_case(case(0, np.inf)), of_case(case(0, np.inf)))
    assert not same_mistake(of_case(case(0, np.inf)), of_case(case(0, -np.inf)))


def test_a_case_that_one_fails_by_its_last_digits_may_pass_in_the_other():
    """Any other case must fail in both."""
    one = of_case(case(0, 1), case(3, 5, nearly=True))
    assert same_mistake(one, of_case(case(0, 1)))
    assert not same_mistake(of_case(case(0, 1), case(3, 5)), of_case(case(0, 1)))
    assert not same_mistake(of_case(case(3, 5, nearly=True)), of_case(case(0, 1, nearly=True)))


def test_a_predicate_lets_values_differ_but_they_prove_nothing_then():
    """Where another check proves it, what a predicate says must be the same, and no value."""
    said = [Failed("trained", False, True, [], [case(0, x, form="low ()")]) for x in (1, 2)]
    sure = Failed("mean_values", True, True, [], [case(0, 7)])
    assert not same_mistake(Traced([], said[:1]), Traced([], said[1:]))
    assert same_mistake(Traced([], [said[0], sure]), Traced([], [said[1], sure]))
    other = Failed("trained", False, True, [], [case(0, 2, form="slow ()")])
    assert not same_mistake(Traced([], [said[0], sure]), Traced([], [other, sure]))


def test_what_has_several_causes_is_the_same_where_the_sources_have_the_same():
    """As where a known mistake is named: a dtype proves something beside a cast in both."""
    one = {"proves": False, "marks": ("cast", "number")}
    cast = of_case(case(0, 1), traits=("cast", "loop"), **one)
    assert same_mistake(cast, of_case(case(0, 1), traits=("cast",), **one))
    assert not same_mistake(cast, of_case(case(0, 1), traits=("number",), **one))
    assert not same_mistake(of_case(case(0, 1), **one), of_case(case(0, 1), **one))


@pytest.fixture(scope="module")
def lending(numpy_zygote, tmp_path_factory):
    """An exercise whose functions use one another, and its key."""
    lesson = Course(ROOT / "tests" / "lending").lesson("ex1")
    return lesson, build_key(lesson, numpy_zygote, mistakes=())


def test_a_function_that_is_asked_beside_a_right_one_is_told_apart_by_that(lending, numpy_zygote):
    """`centred` is wrong in one way in both; that `mean` is wrong in two ways is another thing."""
    lesson, key = lending
    wrong = LENDING | {"centred": "def centred(x):\n    return 3 * x - 2 * mean(x)"}
    found = []
    for mean in ("x.sum(0) / (rows(x) + 1)", "x.sum(0) / (rows(x) + 3)"):
        parts = wrong | {"mean": f"def mean(x):\n    return {mean}"}
        submission = Submission("spread.py", (Unit("spread.py", "\n".join(parts.values())),))
        report = judge(lesson, key, submission, numpy_zygote, traced=True)
        found.append({each.function: read(each) for each in report.traces})
    one, other = found
    assert {"mean", "centred"} <= one.keys() and "spread" not in one
    assert same_mistake(one["centred"], other["centred"])
    assert not same_mistake(one["mean"], other["mean"])


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("y = np.cos(x + 1)\n    return y.reshape(1, -1)", True),
        ("return np.sin(x + 1)[None]", False),
    ],
)
def test_where_predicates_decide_the_values_tell(numpy_zygote, other, same):
    """What they say is the same of both files, and of many others."""
    lesson = Course(ROOT / "tests" / "guessing").lesson("ex1")
    key = build_key(lesson, numpy_zygote, mistakes=())
    found = []
    for body in ("return np.cos(x + 1)[None]", other):
        text = f"import numpy as np\ndef guess(x):\n    {body}\ndef word():\n    return 'b' * 9"
        submission = Submission("guess.py", (Unit("guess.py", text),))
        report = judge(lesson, key, submission, numpy_zygote, traced=True)
        found.append({each.function: read(each) for each in report.traces})
    assert [{*each} for each in found] == [{"guess", "word"}] * 2
    assert same_mistake(found[0]["guess"], found[1]["guess"]) is same
    assert not same_mistake(found[0]["word"], found[1]["word"])
