"""How the page of a class says what stands in it: numbers, times, reasons, an author's marks."""

from datetime import datetime
from urllib.parse import quote

from markupsafe import Markup

from grader.classroom.analysis import CheckFigures
from grader.classroom.record import Entry, State
from grader.report import Verdict
from grader.text import Kind, Message, Words, label, pieces, plain


def reading(check: CheckFigures, words: Words) -> str:
    """What a check's separation means, in words.

    The bounds are those of Ebel and Frisbie, Essentials of Educational Measurement, 5th ed.
    (1991), chapter 13, for an item's discrimination: 0.4, 0.3 and 0.2.
    """
    if not check.graded:
        return words("nobody was graded")
    if check.tells_nothing:
        return (
            words("tells nothing: all pass") if check.passed else words("tells nothing: none pass")
        )
    if check.separation is None:
        return (
            words("too few to tell") if check.graded < 3 else words("the other checks do not vary")
        )
    bounds = (
        (0.4, words("very well")),
        (0.3, words("well")),
        (0.2, words("somewhat")),
        (0.0, words("hardly")),
    )
    word = next((word for bound, word in bounds if check.separation >= bound), "")
    return word or words("wrongly: the weaker pass it")


def reason(entry: Entry, words: Words) -> str:
    """Why a student was not graded, or has no points: the first message about it."""
    if entry.remark is not None and entry.counts_as is not State.NOTHING:
        return label(words(entry.remark))
    problems = (f"{problem.where}: {words(problem.message)}" for problem in entry.report.problems)
    failed = (each for each in entry.report.checks if each.verdict is not Verdict.PASSED)
    messages = (words(check.message) for check in failed if check.message)
    missing = (check.verdict is Verdict.NOT_ATTEMPTED for check in entry.report.checks)
    if entry.state is State.GRADED and entry.report.checks and all(missing):
        return words("nothing was attempted")
    said = next(problems, "") or next(messages, "") or next(map(words, entry.notes), "")
    return label(said.partition("\n")[0])


def one_line(value: str | Message | None, words: Words) -> str:
    """A text, or a message in the page's language, short enough for a table."""
    if value is None:
        return ""
    return label(words(value) if isinstance(value, Message) else value)


def number(value: float | None, digits: int | None = None) -> str:
    """A number as people read it; empty for None."""
    if value is None:
        return ""
    return f"{value:g}" if digits is None else f"{value:,.{digits}f}".replace("-", "−")


def marked_up(hint: str) -> Markup:
    """A hint, or a sentence of the page, without its Markdown."""
    return Markup("").join(_ELEMENTS[kind].format(part) for kind, part in pieces(plain(hint)))


_ELEMENTS = {
    Kind.PLAIN: Markup("{}"),
    Kind.CODE: Markup("<code translate='no'>{}</code>"),
    Kind.EMPHASIS: Markup("<em>{}</em>"),
}


def link(anchor: str) -> str:
    """The address of a student's report within the page."""
    return f"#student={quote(anchor, safe='')}"


def day(text: str) -> str:
    """A time as ISO 8601 writes it, to the minute."""
    try:
        return f"{datetime.fromisoformat(text):%Y-%m-%d %H:%M}"
    except ValueError:
        return label(text)
