"""The figures of a class, against numbers that were worked out by hand."""

import numpy as np
import pytest
from support.fabricated import class_of
from support.words import said

from grader.classroom.analysis import Standing, analyse, histogram, separation, standing, summary
from grader.classroom.record import CheckSpec, ClassRecord, Entry, State
from grader.report import CheckResult, Mistake, Report, Status, Verdict
from grader.text import Message

PASSED, FAILED = Verdict.PASSED, Verdict.FAILED
NAMES = ("mean_shape", "mean_values", "total_values")
WORTH = (1.0, 2.0, 3.0)


def check(place, verdict, message=None, mistake=None):
    points = WORTH[place] if verdict is PASSED else 0.0
    function = NAMES[place].partition("_")[0]
    return CheckResult(
        NAMES[place], "title", function, verdict, points, WORTH[place], message, mistake=mistake
    )


def student(name, *verdicts, state=State.GRADED, duration=1.0, checks=()):
    made = checks or tuple(check(place, verdict) for place, verdict in enumerate(verdicts))
    status = Status.UNGRADED if state is State.UNGRADED else Status.GRADED
    report = Report("ex1", "Means", "mean.py", status, "open", duration, "00", True, tuple(made))
    return Entry(name, name.title(), "mean.py", state, report)


def record(*entries):
    asked = tuple(
        CheckSpec(name, "title", name.partition("_")[0], points)
        for name, points in zip(NAMES, WORTH, strict=True)
    )
    return ClassRecord("ex1", "Means", asked, "00", "open", "2026-11-24T16:45", entries)


SMALL = record(
    student("ann", PASSED, PASSED, PASSED),  # 6
    student("ben", PASSED, FAILED, PASSED),  # 4
    student("cho", PASSED, PASSED, Verdict.NOT_ATTEMPTED),  # 3
    student("dee", PASSED, FAILED, Verdict.SKIPPED),  # 1
)


def test_scores_are_summed_up():
    """Mean, median and quartiles are those that NumPy computes by default."""
    found = analyse(SMALL)
    assert found.scores == (6, 4, 3, 1) and found.max_score == 6
    assert found.summary.mean == 3.5 and found.summary.median == 3.5
    assert (found.summary.lower_quartile, found.summary.upper_quartile) == (2.5, 4.5)
    scores = [0.5, 3, 3, 7, 9.5, 10, 10]
    quartiles = summary(scores).lower_quartile, summary(scores).upper_quartile
    assert quartiles == tuple(np.quantile(scores, [0.25, 0.75]))


def test_each_way_a_check_ends_is_counted():
    """A check's figures say how many passed, failed, were skipped, and did not try."""
    values, total = analyse(SMALL).checks[1:]
    assert (values.passed, values.failed, values.pass_rate) == (2, 2, 0.5)
    assert (total.passed, total.failed, total.skipped, total.not_attempted) == (2, 0, 1, 1)


def test_separation_is_worked_out_by_hand():
    """mean_values: the rests of those who pass are 4 and 1, of the others 4 and 1: r is 0."""
    shape, values, total = analyse(SMALL).checks
    assert values.separation == pytest.approx(0)
    # total_values: rests 3 and 1 (m1 = 2) against 3 and 1 (m0 = 2)
    assert total.separation == pytest.approx(0)
    # rests 1, 2 | 3, 6: m1 = 4.5, m0 = 1.5, s = √3.5, p = q = 1/2: r = 3 / √3.5 · 1/2
    by_hand = separation([False, False, True, True], [1, 2, 3, 6])
    assert by_hand == pytest.approx(3 / 3.5**0.5 / 2)
    assert shape.tells_nothing and shape.separation is None


def test_separation_is_the_correlation_with_the_rest_of_the_score():
    """The formula gives what numpy.corrcoef gives, with the check's own points left out."""
    made = class_of(60)
    graded = [entry.report for entry in made.entries if entry.state is State.GRADED]
    for place, figures in enumerate(analyse(made).checks):
        own = np.array([report.checks[place].points for report in graded])
        rest = np.array([report.score for report in graded]) - own
        assert figures.separation == pytest.approx(np.corrcoef(own > 0, rest)[0, 1])


@pytest.mark.parametrize(
    ("passed", "rest"),
    [
        ([], []),
        ([True, False], [1, 2]),
        ([True, True, True], [1, 2, 3]),
        ([False, False, False], [1, 2, 3]),
        ([True, False, True], [0.1 + 0.2, 0.3, 0.3]),
    ],
)
def test_separation_is_undefined_rather_than_wrong(passed, rest):
    """Fewer than three students, or no variance, and there is no number (and no NaN)."""
    assert separation(passed, rest) is None


def test_only_the_graded_are_counted():
    """Who handed nothing in, and whom we could not grade, changes no figure and is listed."""
    both = record(
        *SMALL.entries,
        student("eve", *[Verdict.NOT_ATTEMPTED] * 3, state=State.NOTHING, duration=99),
        student("fay", *[Verdict.UNGRADED] * 3, state=State.UNGRADED, duration=99),
    )
    found, alone = analyse(both), analyse(SMALL)
    assert found.checks == alone.checks and found.scores == alone.scores
    assert found.slowest == alone.slowest
    assert [entry.student for entry in found.nothing] == ["eve"]
    assert [entry.student for entry in found.ungraded] == ["fay"]


def test_a_result_is_one_word():
    """All checks is passed, some points partial, none failed; the other two are the state's."""
    words = {
        Standing.PASSED: student("a", PASSED, PASSED, PASSED),
        Standing.PARTIAL: student("b", PASSED, FAILED, FAILED),
        Standing.FAILED: student("c", FAILED, FAILED, FAILED),
        Standing.NOTHING: student("d", FAILED, state=State.NOTHING),
        Standing.UNGRADED: student("e", PASSED, state=State.UNGRADED),
    }
    assert all(standing(entry) is word for word, entry in words.items())


def test_known_mistakes_are_ranked():
    """The mistake that most students made is first, and a student counts once."""
    axis, sign = Mistake("axis", ("the other axis",)), Mistake("sign", ("a minus is missing",))
    found = analyse(
        record(
            student("ann", checks=(check(0, FAILED, "0", sign), check(1, PASSED))),
            student("ben", checks=(check(0, FAILED, "1", axis), check(1, FAILED, "2", axis))),
            student("cho", checks=(check(0, PASSED), check(1, FAILED, "3", axis))),
        )
    ).mistakes
    assert [(slip.name, slip.students) for slip in found] == [
        ("axis", ("ben", "cho")),
        ("sign", ("ann",)),
    ]
    assert found[0].hint == "the other axis" and found[0].checks == NAMES[:2]


def test_two_hints_of_one_predicate_are_two_mistakes():
    """Both have the name of the check that told them."""
    told = [Mistake(NAMES[0], (hint,)) for hint in ("go on", "make a copy")]
    found = analyse(
        record(
            student("ann", checks=(check(0, FAILED, "0", told[0]),)),
            student("ben", checks=(check(0, FAILED, "1", told[1]),)),
        )
    ).mistakes
    assert {(slip.hint, slip.students) for slip in found} == {
        ("go on", ("ann",)),
        ("make a copy", ("ben",)),
    }


def test_messages_that_differ_in_numbers_are_one():
    """An exception is one kind wherever it is raised; wrong values are a kind of their check."""
    error = Verdict.ERROR

    def raised(text: str) -> Message:
        return Message("{type}: {text}", type="ValueError", text=text)

    def got(value: str, expected: str) -> Message:
        return Message("got {got}, expected {expected}", got=value, expected=expected)

    found = analyse(
        record(
            student("ann", checks=(check(0, error, raised("[2, 3]")),)),
            student("ben", checks=(check(1, error, raised("[17]")),)),
            student("cho", checks=(check(0, FAILED, got("-1.5e-7", "nan")),)),
            student("dee", checks=(check(0, FAILED, got("12", "3")),)),
            student("eve", checks=(check(1, FAILED, got("1", "3")),)),
        )
    ).others
    assert [slip.students for slip in found] == [("ann", "ben"), ("cho", "dee"), ("eve",)]
    assert said(found[0]) == "ValueError: [2, 3]"


def test_the_slowest_are_listed():
    """The five that took longest, the slowest first."""
    entries = [student(f"s{i}", PASSED, duration=i % 7) for i in range(14)]
    assert [e.report.duration_s for e in analyse(record(*entries)).slowest] == [6, 6, 5, 5, 4]


def test_a_histogram_counts_everybody_once():
    """Bars stand at half points, or at wider steps; none is left out, the full score is last."""
    assert histogram([0, 0.5, 0.5, 2], 2) == [(0, 1), (0.5, 2), (1, 0), (1.5, 0), (2, 1)]
    wide = histogram([0, 3.3, 99.9, 100], 100)
    assert [place for place, count in wide if count] == [0, 5, 100]
    assert sum(count for _, count in wide) == 4 and len(wide) == 21
    assert histogram([], 0) == [(0, 0)]


@pytest.mark.parametrize(
    "entries",
    [
        (),
        (student("ann", PASSED, FAILED, FAILED),),
        tuple(student(name, PASSED, FAILED, FAILED) for name in "abc"),
    ],
    ids=["empty", "one", "all equal"],
)
def test_a_class_without_variance_has_figures(entries):
    """An empty class, one student, and a class of equals have no separations, and no error."""
    found = analyse(record(*entries))
    assert all(figures.separation is None for figures in found.checks)
    assert all(figures.tells_nothing for figures in found.checks)
    assert (found.summary is None) == (not entries)
    if entries:
        assert found.summary.lower_quartile == found.summary.highest == 1
