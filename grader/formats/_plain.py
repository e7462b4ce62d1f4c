"""What platforms show of a check: plain text, and the words for how it ended."""

import re
from collections.abc import Sequence
from dataclasses import replace

from grader.formats._look import BROKEN, VERDICTS, View, details, hint
from grader.formats._options import Options
from grader.formats._words import about_the_file, said
from grader.formats.terminal import printed
from grader.report import CheckResult, Report, Status, Verdict
from grader.text import Message, Words, clean

_WIDTH = 80

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 can't hold in any form."""


def told(check: CheckResult, report: Report, options: Options) -> str:
    """All that is known of a check, in lines without an indent: message, example, hint, output."""
    plain = replace(options, color=False, width=_WIDTH, nudges=False, verbose=True)
    view = View(report, plain, Words(options.language))
    if check.verdict in BROKEN:
        return printed(details(check, view, by=0, tries=False), plain).strip("\n")
    return clean_text(said(check, view.words))


def headline(check: CheckResult, words: Words) -> str:
    """How it ended and the first line of why: `failed: the values differ`."""
    verdict = words(VERDICTS[check.verdict])
    lines = said(check, words).splitlines()
    return clean(f"{verdict}: {lines[0]}") if lines else verdict


def nudge(check: CheckResult) -> str:
    """The first level of its hint, without marks; empty where there is none."""
    return hint(check.mistake.hints[0]).plain if check.mistake else ""


def about(report: Report, words: Words) -> str:
    """What concerns the whole file, or why there is no score; empty where there is nothing."""
    lines = [about_the_file(problem, words) for problem in report.problems]
    if report.status is not Status.GRADED:
        reason = report.reason or Message("no reason was given")
        text = words("not graded, by no fault of the file: {reason}", reason=reason)
        if not report.submission:  # no file was read at all
            text = words("nothing was graded: {reason}", reason=reason)
        lines.append(text)
    return clean_text("\n".join(lines))


def clean_text(text: str) -> str:
    """Text in which each line is safe to show."""
    return "\n".join(map(clean, text.splitlines()))


def xml(text: str) -> str:
    """The text without what XML can't hold."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


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
