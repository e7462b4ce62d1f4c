"""A function that is as it was is not asked again, and its result is what it would be."""

import shutil
from dataclasses import replace

import pytest
from conftest import ROOT
from support.lending import RIGHT, STATE

from grader.build.generate import build_key
from grader.course.course import Course
from grader.judge.grading import judge
from grader.judge.memo import Memo
from grader.judge.submission import Submission
from grader.report import CheckResult, Verdict
from grader.wire import Found, Loaded, Unit

ALL = {"mean", "centred", "spread", "largest"}


@pytest.fixture(scope="module")
def lending(tmp_path_factory, numpy_zygote):
    """The exercise and its key."""
    root = tmp_path_factory.mktemp("course")
    shutil.copytree(ROOT / "tests" / "lending", root, dirs_exist_ok=True)
    lesson = Course(root).lesson("ex1")
    return lesson, build_key(lesson, numpy_zygote, mistakes=())


@pytest.fixture
def grade(lending, numpy_zygote):
    """Grade a file as it is now: the report, and the functions that were asked."""
    memo, (lesson, key) = Memo(), lending

    def graded(siblings=None, cells=False, **parts):
        asked, parts = set(), RIGHT | parts
        units = [Unit("spread.py", "\n".join(parts.values()))]
        if cells:
            units = [Unit(f"cell {i}", x, cell=True) for i, x in enumerate(parts.values(), 1)]
        name = "spread.ipynb" if cells else "spread.py"
        submission = Submission(name, tuple(units), siblings or {})
        report = judge(
            lesson, key, submission, numpy_zygote, told=lambda c: asked.add(c.name), memo=memo
        )
        fresh = judge(lesson, key, submission, numpy_zygote)
        assert replace(report, duration_s=0) == replace(fresh, duration_s=0)
        of = {c.name: c.function for c in report.checks if c.verdict is not Verdict.SKIPPED}
        return report, {of[name] for name in asked if name in of}

    return graded


def test_what_is_as_it_was_is_not_asked_again(grade):
    """Nor where a comment or what nobody uses has changed."""
    assert grade()[1] == ALL
    assert grade()[1] == set()
    assert grade(last="# nothing\nOTHER = 2\n\n\ndef unused(x):\n    return x")[1] == set()


@pytest.mark.parametrize(
    ("part", "text", "asked"),
    [
        ("largest", "def largest(x):\n    return np.max(x, axis=0)", {"largest"}),
        ("spread", "def spread(x):\n    return (centred(x) ** 2).mean(0)", {"spread"}),
        ("mean", "def mean(x):\n    return x.mean(0)", {"mean", "centred", "spread"}),
        ("mean", "def mean(x):\n    return x.sum(0)", {"mean", "centred", "spread"}),
        ("helper", "def rows(x):\n    return x.shape[0]", {"mean", "centred", "spread"}),
        ("centred", "def centred(x):\n    return mean(x) - x", {"centred", "spread"}),
    ],
)
def test_an_edit_asks_exactly_the_functions_that_use_it(grade, part, text, asked):
    """Itself, or through others; and all others' results are kept, when it is taken back too."""
    grade()
    assert grade(**{part: text})[1] == asked
    assert grade()[1] == asked


@pytest.mark.parametrize(
    "case", ["a list that another function fills", "a library that is set up differently"]
)
def test_what_other_calls_leave_behind_counts(grade, case):
    """Then all that may find it is asked again; the fixture grades everything anew beside it."""
    before, change = STATE[case]
    grade(**before)
    assert "largest" in grade(**before | change)[1]


def test_the_cells_of_a_notebook_are_read_as_they_are_run(grade):
    """With magics in the cell that is changed, and prose between."""
    magic = {"largest": f"%matplotlib inline\n{RIGHT['largest']}\n!ls"}
    assert grade(cells=True, **magic)[1] == ALL
    assert grade(cells=True, **magic)[1] == set()
    magic = {"largest": magic["largest"].replace("max", "min")}
    assert grade(cells=True, **magic)[1] == {"largest"}
    assert grade(cells=True, **magic, last="%%time\nLAST = 2")[1] == set()


def test_a_file_that_cannot_be_read_changes_nothing(grade):
    """When it is mended, the results of before are there."""
    grade()
    grade(last="def (")
    assert grade()[1] == set()


def test_results_that_nothing_can_change_are_told_at_once(lending, numpy_zygote):
    """One that depends on a function that fails comes when all is settled."""
    lesson, key = lending
    source = "\n".join((RIGHT | {"mean": "def mean(x):\n    return x.sum(0)"}).values())
    told: list[CheckResult] = []
    submission = Submission("spread.py", (Unit("spread.py", source),))
    report = judge(lesson, key, submission, numpy_zygote, known=told.append)
    assert {result.function for result in told if result.verdict is not Verdict.PASSED} == {"mean"}
    for result in told:
        final = next(check for check in report.checks if check.name == result.name)
        assert final.verdict is result.verdict and final.mistake == result.mistake


def test_what_was_wrong_is_kept_with_what_was_lent_to_it(grade):
    """A second run lends a right mean; it is not made again for what has not changed."""
    wrong = "def mean(x):\n    return x.sum(0)"
    first, _ = grade(mean=wrong)
    again, asked = grade(mean=wrong, largest="def largest(x):\n    return x.min(0)")
    assert asked == {"largest"}
    assert [c.points for c in first.checks][:-1] == [c.points for c in again.checks][:-1]


def test_a_failure_is_asked_again_where_its_lines_have_moved(grade):
    """The report names them. What passes says nothing of its lines."""
    broken = "def largest(x):\n    return x.maximum(0)"
    grade(largest=broken)
    report, asked = grade(largest=broken, helper=RIGHT["helper"] + "\n\n")
    assert asked == {"largest"}
    said = " ".join(str(each) for c in report.checks for each in c.said)
    assert "line 13" in said, said


def test_what_waited_is_asked_when_it_may(grade):
    """Its check was skipped, and its function is as it was."""
    shapeless = "def centred(x):\n    return (x - mean(x)).T.ravel()"
    report, _ = grade(centred=shapeless)
    assert Verdict.SKIPPED in {check.verdict for check in report.checks}
    report, _ = grade()
    assert report.passed


def test_a_module_of_ones_own_counts(grade):
    """What it holds can be used by all."""
    imported = "from own import rows"
    grade({"own": "def rows(x):\n    return len(x)\n"}, helper=imported)
    report, asked = grade({"own": "def rows(x):\n    return len(x) + 1\n"}, helper=imported)
    assert asked >= {"mean", "centred", "spread"} and not report.passed


def test_what_ran_out_of_time_is_asked_again(lending):
    """The machine may have been busy. What has failed has failed."""
    lesson, _ = lending
    memo, checks = Memo(), lesson.exercise.checks
    found = {name: Found("function", True, digest="1-1-1") for name in lesson.exercise.functions}
    loaded = Loaded(found, [])
    for verdict in Verdict:
        results = [CheckResult(c.name, c.title, c.function, verdict, 0, 1) for c in checks]
        memo.keep(lesson, loaded, results, results, {})
        fleeting = verdict in (Verdict.TIMEOUT, Verdict.CRASHED, Verdict.UNGRADED)
        assert bool(memo.kept(lesson, checks, loaded)) is not fleeting
