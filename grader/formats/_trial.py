"""One check that was tried, as text for a terminal: what went in, what was asked, what came."""

from collections.abc import Iterator

from rich.text import Text

from grader.formats._look import BROKEN, Part, View, Whole, check_line, details
from grader.formats._options import Options
from grader.formats.terminal import head, printed
from grader.report import CheckResult, Report, Verdict
from grader.text import Message, Words, clean


def render(
    report: Report, result: CheckResult, note: Message, passes: Message, options: Options
) -> str:
    """The check's line, and all that is known of this call; `passes` is said where it passes."""
    view = View(report, options, Words(options.language))
    return printed(_parts(view, result, note, passes), options)


def _parts(view: View, result: CheckResult, note: Message, passes: Message) -> Iterator[Part]:
    yield from head(view)
    yield Text(clean(view.words(note)), "dim")
    yield Text()
    yield check_line(result, verbose=False)
    yield from details(result, view, by=2, tries=False)
    yield Text()
    again = view.command("check", more=f"--only {result.name}")
    if result.verdict is Verdict.PASSED:
        yield Text(view.words(passes), "green")
    elif result.verdict in BROKEN:
        yield Whole(Text(view.words("and then: {command}", command=again), "cyan"))
