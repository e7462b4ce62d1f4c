"""What a report's parts say, as lines in the reader's language."""

from grader.formats._options import Options
from grader.report import CheckResult, Counterexample, Problem, Report, Ruling, Verdict
from grader.text import Words, joined, line

UNPASSED = (Verdict.FAILED, Verdict.ERROR, Verdict.TIMEOUT, Verdict.CRASHED, Verdict.NOT_ATTEMPTED)
"""Verdicts of checks of which there may be a hint."""


def said(check: CheckResult, words: Words) -> str:
    """What is wrong in a check: a line for the message and one for each detail, or empty."""
    return "\n".join(map(words, check.said))


def ruled(ruling: Ruling, words: Words) -> list[tuple[str, str]]:
    """What people decided: what it says, and the person's comment, or nothing."""
    found = [(words(each.said), each.comment) for each in ruling.overrides]
    if ruling.is_excused:
        found.append((words("so the exercise does not count, and there is no score"), ""))
    if ruling.said is not None:
        found.append((words(ruling.said), ""))
    return found


def outcomes(shown: Counterexample, words: Words) -> list[tuple[str, str]]:
    """What was expected and what came back, each behind what it is called."""
    named = zip(("expected", "returned"), shown.outcomes, strict=True)
    return [
        (words(name), words(shown.instead[field]) if field in shown.instead else value)
        for field, (name, value) in named
    ]


def about_the_file(problem: Problem, words: Words) -> str:
    """What is wrong with the file as a whole, and where."""
    if not problem.line:
        return words("{file}: {problem}", file=problem.where, problem=problem.message)
    return words(
        "{file}, line {line}: {problem}",
        file=problem.where,
        line=problem.line,
        problem=problem.message,
    )


def command(name: str, report: Report, options: Options, check: str = "", more: str = "") -> str:
    """A command of the grader's for the file of this report, as it can be copied."""
    parts = ("grader", name, line(report.exercise), check, options.arguments, more)
    return " ".join(part for part in parts if part)


def nudge(check: CheckResult, options: Options) -> tuple[str, bool]:
    """What is shown of a check's hint, which may be nothing, and whether more can be asked for."""
    hints = check.mistake.hints if check.mistake else ()
    shown = hints[:1] if options.nudges else hints
    return joined(shown), len(shown) < len(hints) or (not hints and check.name in options.hinted)


def more(check: CheckResult, report: Report, options: Options) -> str:
    """What says more of a check's hint; it names the function where that means this check."""
    if options.more:
        return options.more
    told = (c for c in report.checks if c.function == check.function and c.verdict in UNPASSED)
    name = check.function if next(told, None) == check else check.name
    return f"{'%hint' if options.notebook else 'grader hint'} {line(report.exercise)} {name}"
