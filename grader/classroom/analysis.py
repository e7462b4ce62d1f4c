"""What a graded class shows: scores, each check's pass rate and separation, common mistakes."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from statistics import fmean, median, quantiles

from grader.classroom.record import CheckSpec, ClassRecord, Entry, State
from grader.report import CheckResult, Verdict, sum_of_points
from grader.text import Fact, Message


class Standing(Enum):
    """A student's result in one word.

    `passed` means every check, or all points where a person decided about them; `partial` some
    points, `failed` no points. `nothing`, `undecided`, `ungraded` and `excused` are the entry's
    states of these names, and have no score.
    """

    PASSED = "passed"
    PARTIAL = "partial"
    FAILED = "failed"
    NOTHING = "nothing"
    UNDECIDED = "undecided"
    UNGRADED = "ungraded"
    EXCUSED = "excused"


@dataclass(frozen=True)
class Summary:
    """The scores of the graded in five numbers, and their mean."""

    mean: float
    lowest: float
    lower_quartile: float
    median: float
    upper_quartile: float
    highest: float


@dataclass(frozen=True)
class CheckFigures:
    """How a class did on one check: how many of the `graded` students ended in which way.

    `separation` is None where it is not defined: fewer than three students, everybody or nobody
    passes, or the rest of the score is the same for all.
    """

    spec: CheckSpec
    graded: int
    passed: int
    failed: int
    skipped: int
    not_attempted: int
    separation: float | None

    @property
    def pass_rate(self) -> float | None:
        """The fraction that passed, or None when nobody was graded."""
        return self.passed / self.graded if self.graded else None

    @property
    def tells_nothing(self) -> bool:
        """Whether all pass or none does, so that the check separates no student from another."""
        return self.passed in (0, self.graded)


@dataclass(frozen=True)
class Slip:
    """What several students did wrong. A known mistake has a name and a hint, another a `message`.

    `checks` are those in which it was seen, `students` the ids, in the order of the record.
    """

    name: str
    hint: str
    message: Message | None
    checks: tuple[str, ...]
    students: tuple[str, ...]


@dataclass(frozen=True)
class Analysis:
    """All figures of a class. `scores` are those of the graded, in the order of the record.

    `ruled` are those about whose score people decided, `excused` the ones among them who have none.
    """

    max_score: float
    scores: tuple[float, ...]
    summary: Summary | None
    checks: tuple[CheckFigures, ...]
    mistakes: tuple[Slip, ...]
    others: tuple[Slip, ...]
    slowest: tuple[Entry, ...]
    failed: tuple[Entry, ...]
    undecided: tuple[Entry, ...]
    kept: tuple[Entry, ...]
    """Those whose earlier grade stays until somebody decides."""
    ungraded: tuple[Entry, ...]
    nothing: tuple[Entry, ...]
    ruled: tuple[Entry, ...]
    excused: tuple[Entry, ...]


_BROKE = (Verdict.ERROR, Verdict.TIMEOUT, Verdict.CRASHED)
_WRONG = (Verdict.FAILED, *_BROKE)
_SLOWEST = 5
_NUMBER = re.compile(r"[-+]?\b\d[\d_]*(?:\.\d*)?(?:e[-+]?\d+)?|\b(?:nan|inf)\b", re.IGNORECASE)
_NUMBERS = re.compile(r"([\[(])[\s#,.;:'\[\]()-]*([\])])")


def analyse(record: ClassRecord) -> Analysis:
    """The figures of a class.

    Students whose work was not graded, because the grader failed, because it is undecided what
    counts, or because they handed in nothing, are in no figure: not in the scores, the pass rates
    or the separations. They are listed apart, and so are those who are excused.

    Scores are those that count, as people decided. What is said of the checks, and of mistakes, is
    about what the machine found.
    """
    scored = [entry for entry in record.entries if entry.score is not None]
    graded = [e for e in record.entries if e.state is State.GRADED and e.score is not None]
    scores = tuple(entry.score for entry in scored if entry.score is not None)
    return Analysis(
        max_score=sum_of_points(spec.points for spec in record.checks),
        scores=scores,
        summary=summary(scores),
        checks=tuple(_figures(spec, graded) for spec in record.checks),
        mistakes=_slips(graded, known=True),
        others=_slips(graded, known=False),
        slowest=tuple(sorted(graded, key=lambda e: -e.report.duration_s)[:_SLOWEST]),
        failed=tuple(entry for entry in scored if standing(entry) is Standing.FAILED),
        undecided=tuple(e for e in record.entries if e.counts_as is State.UNDECIDED),
        kept=tuple(e for e in record.entries if e.later and e.later.waits and not e.is_settled),
        ungraded=tuple(e for e in record.entries if e.counts_as is State.UNGRADED),
        nothing=tuple(e for e in record.entries if e.counts_as is State.NOTHING),
        ruled=tuple(e for e in record.entries if e.ruling is not None),
        excused=tuple(e for e in record.entries if e.counts_as is State.EXCUSED),
    )


def standing(entry: Entry) -> Standing:
    """A student's result in one word: that of the work, whatever is taken off for being late."""
    if entry.score is None:
        return Standing(entry.counts_as.value)
    raw = entry.score if entry.raw is None else entry.raw
    if entry.ruling is not None:
        has_all = raw >= entry.ruling.most > 0
    else:
        has_all = bool(entry.report.checks) and entry.report.passed
    if has_all:
        return Standing.PASSED
    return Standing.PARTIAL if raw > 0 else Standing.FAILED


def functions(record: ClassRecord) -> list[str]:
    """The graded functions, in the order of their checks."""
    return list(dict.fromkeys(spec.function for spec in record.checks))


def points(record: ClassRecord, entry: Entry) -> list[float | None]:
    """A student's points by function, those that count; None where there are none.

    Where a person has decided all of the score, they are the machine's, and need not add up to it.
    """
    if entry.score is None or entry.by_machine is None:
        return [None for _ in functions(record)]
    found = entry.report.functions
    return [_points(entry, function, found.get(function, [])) for function in functions(record)]


def _points(entry: Entry, function: str, checks: Sequence[CheckResult]) -> float:
    if entry.ruling is not None:
        return entry.ruling.points(function, checks)
    return sum_of_points(check.points for check in checks)


def summary(scores: Sequence[float]) -> Summary | None:
    """Mean and quartiles, or None for no scores.

    The quartiles interpolate linearly between the sorted scores, type 7 of Hyndman and Fan,
    "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996), 361-365:
    what NumPy and spreadsheets do.
    """
    if not scores:
        return None
    lower, upper = (
        quantiles(scores, n=4, method="inclusive")[::2] if len(scores) > 1 else (scores[0],) * 2
    )
    return Summary(fmean(scores), min(scores), lower, median(scores), upper, max(scores))


def separation(passed: Sequence[bool], rest: Sequence[float]) -> float | None:
    """The point-biserial correlation of passing a check with the score of the other checks.

    r = (m1 - m0) / s · √(p·q): m1 and m0 are the mean rests of those who passed and of those who
    did not, s is the standard deviation of all rests (divided by n), p is the fraction that
    passed and q = 1 - p. It is Pearson's correlation with a variable of zeros and ones. The rest
    leaves the check's own points out, or a check would correlate with itself (the corrected
    item-total correlation). Glass and Hopkins, Statistical Methods in Education and Psychology,
    3rd ed. (1996), section 7.19; Lord and Novick, Statistical Theories of Mental Test Scores
    (1968), section 15.5.

    A check that is skipped counts as not passed: where checks `need` one another, that raises
    the separation of both. None where r is not defined: fewer than three, or no variance.
    """
    ones = [x for x, ok in zip(rest, passed, strict=True) if ok]
    zeros = [x for x, ok in zip(rest, passed, strict=True) if not ok]
    count = len(ones) + len(zeros)
    if count < 3 or not ones or not zeros or math.isclose(min(rest), max(rest), abs_tol=1e-9):
        return None
    middle = fmean(rest)
    deviation = math.sqrt(fmean((x - middle) ** 2 for x in rest))
    return (fmean(ones) - fmean(zeros)) / deviation * math.sqrt(len(ones) * len(zeros)) / count


def histogram(scores: Iterable[float], max_score: float) -> list[tuple[float, int]]:
    """(score, how many): a bar for each half point, or wider steps where that is too many.

    A bar stands at a multiple of the step and counts the scores that are nearest to it, so the
    last one is the full score, where that is a multiple.
    """
    steps = (base * 10**power for power in range(-1, 9) for base in (0.5, 1.0, 2.0))
    step = next(x for x in steps if x >= 0.5 and max_score / x <= 24)
    counts = Counter(math.floor(score / step + 0.5) for score in scores)
    last = max(math.ceil(max_score / step), *counts, 0)
    return [(place * step, counts[place]) for place in range(last + 1)]


def _figures(spec: CheckSpec, graded: Sequence[Entry]) -> CheckFigures:
    results = []
    for entry in graded:
        found = next((c for c in entry.report.checks if c.name == spec.name), None)
        if found is not None and found.verdict is not Verdict.UNGRADED:
            results.append((found, entry.report.score - found.points))
    verdicts = Counter(check.verdict for check, _ in results)
    return CheckFigures(
        spec=spec,
        graded=len(results),
        passed=verdicts[Verdict.PASSED],
        failed=sum(verdicts[verdict] for verdict in _WRONG),
        skipped=verdicts[Verdict.SKIPPED],
        not_attempted=verdicts[Verdict.NOT_ATTEMPTED],
        separation=separation(
            [check.verdict is Verdict.PASSED for check, _ in results],
            [rest for _, rest in results],
        ),
    )


def _named(check: CheckResult) -> object:
    """What is one mistake: a file of wrong/ by its name, what a predicate has said by its words."""
    assert check.mistake is not None
    return check.mistake if check.mistake.name == check.name else check.mistake.name


def _slips(graded: Sequence[Entry], *, known: bool) -> tuple[Slip, ...]:
    """What went wrong, the most frequent first: known mistakes, or messages of the same kind."""
    seen: dict[object, list[tuple[Entry, CheckResult]]] = defaultdict(list)
    for entry in graded:
        for check in entry.report.checks:
            if check.verdict in _WRONG and (check.mistake is not None) is known:
                key = _named(check) if known else _kind(check)
                seen[key].append((entry, check))
    slips = [_slip(found) for found in seen.values()]
    return tuple(sorted(slips, key=lambda slip: -len(slip.students)))


def _slip(found: Sequence[tuple[Entry, CheckResult]]) -> Slip:
    mistake = found[0][1].mistake
    messages = Counter(check.message for _, check in found)
    return Slip(
        name=mistake.name if mistake else "",
        hint=mistake.hint if mistake else "",
        message=messages.most_common(1)[0][0],
        checks=tuple(dict.fromkeys(check.name for _, check in found)),
        students=tuple(dict.fromkeys(entry.student for entry, _ in found)),
    )


def _kind(check: CheckResult) -> tuple[object, ...]:
    """What makes two messages the same kind: their templates and words, whatever the numbers.

    The same exception in two checks is one kind; wrong values in two checks are two kinds.
    """
    return "" if check.verdict in _BROKE else check.name, _gist(check.message)


def _gist(fact: Fact | None) -> object:
    match fact:
        case Message():
            return fact.template, *(_gist(inner) for inner in fact.facts.values())
        case str():
            first = fact.partition("\n")[0]
            return _NUMBERS.sub(r"\1#\2", _NUMBER.sub("#", first))
        case _:
            return "#"
