"""What platforms show of a check: plain text, and the words for how it ended."""

from collections.abc import Sequence
from dataclasses import replace

from grader.formats._look import BROKEN, VERDICTS, View, details, hint
from grader.formats._options import Options
from grader.formats._words import about_the_file, said
from grader.formats.terminal import printed
from grader.report import CheckResult, Report, Status, Verdict
from grader.text import Message, Words, plain

_WIDTH = 80

_RAISED = (Verdict.ERROR, Verdict.TIMEOUT, Verdict.CRASHED)


def told(check: CheckResult, report: Report, options: Options) -> str:
    """All that is known of a check, in lines without an indent: message, example, hint, output."""
    as_text = replace(
        options, color=False, width=_WIDTH, nudges=False, hinted=frozenset(), verbose=True
    )
    view = View(report, as_text, Words(options.language))
    if check.verdict in BROKEN:
        return printed(details(check, view, by=0, tries=False), as_text).strip("\n")
    return plain(said(check, view.words))


def headline(check: CheckResult, words: Words) -> str:
    """How it ended and the first line of why: `failed: the values differ`."""
    verdict = words(VERDICTS[check.verdict])
    lines = plain(said(check, words)).split("\n")
    return words("{verdict}: {problem}", verdict=verdict, problem=lines[0]) if lines[0] else verdict


def nudge(check: CheckResult) -> str:
    """The first level of its hint, without marks; empty where there is none."""
    return hint(check.mistake.hints[0]).plain if check.mistake else ""


def about(report: Report, words: Words) -> str:
    """What concerns the whole file, or why there is no score; empty where there is nothing."""
    lines = [about_the_file(problem, words) for problem in report.problems]
    lines += [text] if (text := why_no_score(report, words)) else []
    return plain("\n".join(lines))


def why_no_score(report: Report, words: Words) -> str:
    """Why the report has no score; empty where it has one."""
    reason = report.reason or Message("no reason was given")
    if report.status is Status.UNGRADED and not report.submission:  # no file was read at all
        return words("nothing was graded: {reason}", reason=reason)
    if report.status is Status.UNGRADED:
        return words("not graded, by no fault of the file: {reason}", reason=reason)
    return words("undecided: {reason}", reason=reason) if report.status is Status.UNDECIDED else ""


def is_unread(report: Report) -> bool:
    """Whether the file was not even loaded: all checks ended alike, and no function was found."""
    ends = {(check.verdict, check.said, check.place) for check in report.checks}
    return len(ends) == 1 and report.checks[0].verdict in _RAISED and ends.pop()[2] is None


def is_graded(reports: Sequence[Report]) -> bool:
    """Whether all of them have a score."""
    return all(report.status is Status.GRADED for report in reports)


def fraction(reports: Sequence[Report]) -> float:
    """The share of all points that was reached."""
    most = sum(report.max_score for report in reports)
    return round(sum(report.score for report in reports) / most, 6) if most else 0.0


def is_passed(check: CheckResult) -> bool:
    """Whether it passed."""
    return check.verdict is Verdict.PASSED
