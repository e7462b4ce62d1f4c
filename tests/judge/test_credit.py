"""Credit is about one thing: what is right beside a wrong function gets its points, and no more."""

import json
import shutil
import textwrap

import msgspec
import pytest
from conftest import ROOT, result
from support.words import said

from grader.build.generate import build_key
from grader.course.course import Course
from grader.formats import json as json_format
from grader.formats import markdown, terminal
from grader.judge.credit import Credit
from grader.judge.grading import judge
from grader.judge.implementation import Implementation
from grader.judge.submission import Submission
from grader.report import Lost, Verdict
from grader.sandbox import Spent
from grader.wire import Returned, Unit

RIGHT = {
    "mean": "def mean(x):\n    return x.mean(0)",
    "centred": "def centred(x):\n    return x - mean(x)",
    "spread": "def spread(x):\n    return (centred(x) ** 2).mean(0)",
    "largest": "def largest(x):\n    return x.max(0)",
}
SUM = "def mean(x):\n    return x.sum(0)"
STUB = 'def mean(x):\n    raise NotImplementedError("mean is not implemented yet")'
FULL = {"mean": 2.0, "centred": 4.0, "spread": 2.0, "largest": 2.0}


@pytest.fixture(scope="module")
def lending(tmp_path_factory, numpy_zygote):
    """The exercise, a public key of it, and a secret one."""
    root = tmp_path_factory.mktemp("course")
    shutil.copytree(ROOT / "tests" / "lending", root, dirs_exist_ok=True)
    lesson = Course(root).lesson("ex1")
    public = build_key(lesson, numpy_zygote)
    return lesson, public, msgspec.structs.replace(public, seed_is_public=False)


@pytest.fixture
def grade(lending, numpy_zygote):
    """Grade a right file in which some functions are replaced; an empty text leaves one out."""

    def graded(above="", secret=False, lends=True, only=(), siblings=None, **functions):
        lesson, *keys = lending
        key = keys[secret] if lends else msgspec.structs.replace(keys[secret], stand_ins={})
        parts = [above, *(RIGHT | functions).values()]
        source = "import numpy as np\n" + "\n".join(textwrap.dedent(part) for part in parts)
        units = (Unit("spread.py", source),)
        submission = Submission("spread.py", units, siblings or {})
        return judge(lesson, key, submission, numpy_zygote, only=only)

    return graded


def points(report):
    """What each function got."""
    found = dict.fromkeys(FULL, 0.0)
    for check in report.checks:
        found[check.function] += check.points
    return found


def test_a_key_lends_what_others_use(lending):
    """And says what is in it, for nobody is lent his own answer."""
    stand_ins = lending[1].stand_ins
    assert {name: each.holds for name, each in stand_ins.items()} == {
        "mean": ["mean"],
        "centred": ["mean", "centred"],
    }


@pytest.mark.parametrize(
    "functions",
    [
        {},
        {"spread": "def spread(x):\n    return 7"},
        {"mean": SUM, "centred": "def centred(x):\n    return x - x.mean(0)"},
    ],
)
def test_what_needs_no_second_run_has_none(grade, functions, monkeypatch):
    """Nothing fails, or what fails calls nothing that fails, or what calls it is right."""
    monkeypatch.delattr(Credit, "_begun")
    report = grade(**functions)
    wrong = {name for name in functions if name != "centred"}
    assert {c.function for c in report.checks if c.verdict is not Verdict.PASSED} == wrong
    assert not any(c.message for c in report.checks if c.verdict is Verdict.PASSED)


@pytest.mark.parametrize(
    ("mean", "words"),
    [
        (SUM, "fails its own checks"),
        (STUB, "is not written yet"),
        ("", "is not written yet"),
        ("mean = undefined", "fails its own checks"),
        ("mean = 3", "fails its own checks"),
        ("def mean(x):\n    return x.mean(1)", "fails its own checks"),
        ("def mean(x):\n    raise ValueError('no')", "fails its own checks"),
        ("def mean(x):\n    x -= 1\n    return (x + 1).mean(0)", "fails its own checks"),
        ("def mean(x):\n    import os; os._exit(3)", "fails its own checks"),
    ],
)
def test_what_is_right_by_itself_gets_its_points(grade, mean, words):
    """Whatever is wrong with what it calls, and however far off that is."""
    report = grade(mean=mean)
    assert points(report) == FULL | {"mean": points(report)["mean"]}
    assert points(report)["mean"] < 2 and not report.passed
    assert f"right, given a right mean: yours {words}" in said(result(report, "centred_values"))
    assert result(report, "largest_values").message is None


@pytest.mark.parametrize(
    "centred",
    [
        "def helper(x):\n    return mean(x)\ndef centred(x):\n    return x - helper(x)",
        "m = mean\ndef centred(x):\n    return x - m(x)",
        "def centred(x, f=mean):\n    return x - f(x)",
        "centred = lambda x: x - mean(x)",
        "class Centre:\n    def __call__(self, x):\n        return x - mean(x)\ncentred = Centre()",
    ],
)
def test_it_may_call_it_in_any_way(grade, centred):
    """By a helper, an alias, a default, a class."""
    assert points(grade(mean=SUM, centred=centred))["centred"] == 4


def test_what_is_wrong_by_itself_is_told_about_itself(grade):
    """By its failure with a right one in place, whose known mistake is recognised."""
    report = grade(
        mean="def mean(x):\n    return 7", centred="def centred(x):\n    return x + mean(x)"
    )
    found = result(report, "centred_values")
    assert found.verdict is Verdict.FAILED and found.points == 0
    assert found.mistake.name == "centred_added"
    assert "this is with a right mean in the place of yours" in said(found)
    assert result(report, "centred_shape").points == 1


def test_two_links_of_a_chain(grade):
    """Each is asked with right ones for all that fail beneath it, and for no others."""
    chain = grade(mean=SUM)
    assert points(chain) == FULL | {"mean": 0}
    assert "right, given a right mean:" in said(result(chain, "spread_values"))
    both = grade(mean=SUM, centred="def centred(x):\n    return mean(x)")
    assert points(both)["spread"] == 2 and points(both)["centred"] < 4
    assert "right, given a right mean, centred:" in said(result(both, "spread_values"))


def test_without_a_right_one_there_is_no_hint(grade):
    """What comes first is said, and no mistake is named: the outcomes are not of this alone."""
    report = grade(
        lends=False,
        mean="def mean(x):\n    return -x.mean(0)",  # so that x - mean(x) looks like a known one
    )
    found = result(report, "centred_values")
    assert found.verdict is Verdict.FAILED and found.mistake is None
    assert "mend mean first, which it uses and which fails its own checks" in said(found)


@pytest.mark.parametrize("mean", [STUB, ""])
def test_what_is_written_is_never_called_not_attempted(grade, mean):
    """It waits for what it uses."""
    report = grade(lends=False, mean=mean)
    shape, values = (result(report, f"centred_{name}") for name in ("shape", "values"))
    assert {shape.verdict, values.verdict} <= {Verdict.SKIPPED, Verdict.ERROR}
    words = "write mean first, which it uses"
    assert words in said(shape) and "not implemented" not in said(shape)
    for render in (terminal.render, markdown.render, json_format.render):
        assert words in render(report), render


def test_a_stub_is_not_attempted(grade):
    """Also where what it would call is a stub, too."""
    stubs = {name: STUB.replace("mean", name) for name in RIGHT}
    report = grade(**stubs)
    assert {check.verdict for check in report.checks} == {Verdict.NOT_ATTEMPTED}
    assert "spread is not implemented yet" in said(result(report, "spread_values"))


def test_only_some_checks_are_told_the_same(grade):
    """What decides on them is asked, too, and is not in the report."""
    whole, part = grade(mean=SUM), grade(mean=SUM, only=["centred_values", "centred_shape"])
    assert [check.name for check in part.checks] == ["centred_shape", "centred_values"]
    for check in part.checks:
        assert check == result(whole, check.name)


def test_what_comes_from_another_module_is_as_it_was(grade):
    """There nothing is bound, and nothing is claimed."""
    helpers = f"{SUM}\n{RIGHT['centred']}"
    report = grade(
        siblings={"helpers": helpers},
        mean="from helpers import mean",
        centred="from helpers import centred",
    )
    assert points(report)["centred"] < 4
    assert "right mean" not in said(result(report, "centred_values"))


def test_a_worker_that_is_lost_the_second_time_changes_nothing(grade):
    """What was found first stands, with what comes first."""
    centred = """
    def centred(x):
        if mean.__code__.co_filename != "spread.py":
            import os
            os._exit(1)
        return x - mean(x)
    """
    found = result(grade(mean=SUM, centred=centred), "centred_values")
    assert found.verdict is Verdict.FAILED
    assert "mend mean first, which it uses and which fails its own checks" in said(found)


def test_what_stands_in_may_take_less_than_it_stands_in_for(grade):
    """An exception of its own says nothing of who called it; one of the caller's does."""
    lists = "def centred(x):\n    return x - np.array(mean(x.tolist()))"
    wrong = "def mean(x):\n    return np.sum(x, axis=0)"
    report = grade(mean=wrong, centred=lists)
    found = result(report, "centred_values")
    assert found.verdict is Verdict.FAILED and "right mean" not in said(found)
    assert "mend mean first, which it uses and which fails its own checks" in said(found)
    assert points(report)["spread"] == 2, "for which a right one of both is lent"
    own = result(
        grade(mean=wrong, centred="def centred(x):\n    return x - mean(x)[7]"), "centred_shape"
    )
    assert own.verdict is Verdict.ERROR
    assert "this is with a right mean in the place of yours" in said(own)


def test_the_limits_hold_over_both_runs(lending, numpy_zygote):
    """What the first run has spent of a submission's time and room, the second lacks."""
    lesson, key, _ = lending
    check, case = lesson.exercise.checks[0], key.checks["mean_values"].cases[0]
    request = lesson.load_request([Unit("spread.py", "def mean(x):\n    return x.mean(0)")])
    with Implementation(numpy_zygote, request, lesson.exercise.limits) as first:
        assert isinstance(first.outcome(check, case), Returned)
        first._before += Spent(processor=lesson.exercise.limits.submission_seconds)
        with first.again(request) as second:
            lost = second.outcome(check, case)
            assert isinstance(lost, Lost) and "were used up before" in str(lost.reason)
            assert second.taken == first.taken > 0


def test_no_format_hides_the_note(grade):
    """A student sees why there are points, in each of them."""
    report = grade(mean=SUM)
    note = "right, given a right mean: yours fails its own checks"
    for render in (terminal.render, markdown.render, json_format.render):
        assert note in render(report), render
    (told,) = [
        c for c in json.loads(json_format.render(report))["checks"] if c["name"] == "centred_values"
    ]
    assert told["message_id"].startswith("right, given") and told["verdict"] == "passed"


# --- who cheats ---------------------------------------------------------------------------------

READS = """
def read():
    if mean.__code__.co_filename == "spread.py":
        return "own"
    code = mean.__code__
    told = [code.co_code.hex(), code.co_names, code.co_consts, code.co_varnames, mean.__globals__]
    return "exfiltrated " + repr(told)
"""


@pytest.mark.parametrize(
    "centred",
    [
        "def centred(x):\n    raise ValueError(read())",
        "def centred(x):\n    raise NotImplementedError(read() + ' not implemented yet')",
        "def centred(x):\n    print(read())\n    return x - mean(x)",
        "def centred(x):\n    print(read())\n    return x + mean(x)",
        "def centred(x):\n    return read()",
        "def centred(x):\n    return {read(): 1}",
        "def centred(x):\n    return np.array([ord(c) for c in read()])",
        "def centred(x):\n    return type(read()[:80], (), {})()",
        "def centred(x):\n    exec(compile(f'raise ValueError({read()!r})', 'spread.py', 'exec'))",
        "def centred(x):\n    raise type('exfiltrated', (Exception,), {})(read())",
    ],
)
def test_nothing_of_a_secret_keys_code_is_in_a_report(grade, centred):
    """Whatever a file prints, raises or returns while the right one is in its reach."""
    report = grade(above=READS, mean=STUB, centred=centred, secret=True)
    text = json_format.render(report) + markdown.render(report) + terminal.render(report)
    assert "exfil" not in text
    codes = [ord(letter) for letter in "exfil"]
    assert not any(", ".join(f"{c}{dot}" for c in codes) in text for dot in ("", ".", ".0"))
    wrong = {c.message.template for c in report.checks if c.function == "centred" and c.message}
    ours = (
        "right, given a right",
        "it is wrong with a right",
        "{check} comes first",
        "{function} is",
    )
    assert all(template.startswith(ours) for template in wrong)


def test_under_a_public_key_all_is_told(grade):
    """Whoever has that has the code."""
    report = grade(above=READS, mean=STUB, centred="def centred(x):\n    return read()")
    assert "exfiltrated" in json_format.render(report)


@pytest.mark.parametrize(
    ("centred", "reached"),
    [
        ("def centred(x):\n    return mean(x)", 0),
        ("centred = mean", 0),
        ("def centred(x):\n    return mean.__globals__['centred'](x)", 0),
        ("def centred(x):\n    return mean.__globals__['_total'](x, 0)", 0),
        ("def centred(x):\n    return x - mean(x) if is_lent() else 0 * x + 9", 4),
        ("def centred(x):\n    return 0 * x + 9 if is_lent() else x - mean(x)", 0),
    ],
)
def test_the_code_that_is_lent_is_not_the_answer(grade, centred, reached):
    """Who finds it has the same to do as everybody, and only doing that gives points."""
    above = "def is_lent():\n    return mean.__code__.co_filename != 'spread.py'"
    report = grade(above=above, mean=SUM, centred=centred)
    assert points(report)["centred"] - result(report, "centred_shape").points == min(reached, 3)
    assert points(report)["mean"] == 0, "nobody is lent what he is asked"


def test_nobody_is_lent_his_own_answer(grade):
    """What stands in for `centred` holds a right mean: it is not lent to a mean that calls it."""
    mean = "def mean(x):\n    return x[0] - centred(x)[0]"
    report = grade(mean=mean, centred="def centred(x):\n    return undefined")
    assert points(report)["mean"] == 0
    around = grade(mean=mean)  # each calls the other, without end
    assert points(around)["mean"] == 0 and points(around)["centred"] == 4


def test_a_reach_that_was_made_up_gains_nothing(grade):
    """A file may claim to call what it does not: it is asked the same again."""
    report = grade(mean=SUM, largest="def largest(x, f=mean):\n    return x.min(0)")
    assert points(report)["largest"] == 0
    assert "with a right mean in the place of yours" in said(result(report, "largest_values"))


def test_a_report_is_the_same_again(grade):
    """With what is lent, too."""
    source = {"mean": SUM, "centred": "def centred(x):\n    return x + mean(x)"}
    assert grade(**source).checks == grade(**source).checks
