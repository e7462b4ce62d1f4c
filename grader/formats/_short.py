"""The short report: the first failure whole, everything else a line each. It fits on a screen."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from rich.cells import cell_len
from rich.text import Text

from grader.formats._look import (
    BROKEN,
    MARKS,
    VERDICTS,
    Part,
    View,
    check_line,
    details,
    hint,
    indented,
    inside,
    one_line,
    padded,
    points,
    row,
    total,
    waiting,
)
from grader.formats._words import said
from grader.judge import VALUES_DIFFER
from grader.report import CheckResult, Verdict
from grader.text import Message, clean

_WIDE = 70
"""From this width on, what is said of functions is aligned."""


def short(view: View, functions: list[list[CheckResult]]) -> Iterator[Part]:
    """The checks of each function: all of one line, but for the first that fails."""
    broken = [check for checks in functions for check in checks if check.verdict in BROKEN]
    first = next(iter(broken), None)
    if first is not None and _says_enough(first, broken):
        first = None
    lines = Lines(view, functions, first)
    apart = True
    for checks in functions:
        is_focus = first is not None and first in checks
        if apart or is_focus:
            yield Text()
        yield from _focus(view, checks, first, lines) if is_focus and first else lines.of(checks)
        apart = is_focus


def _says_enough(first: CheckResult, broken: list[CheckResult]) -> bool:
    """Whether a line says all: everything ended alike, without an example."""
    alike = all(_kind(check) == _kind(first) and not check.counterexample for check in broken)
    return alike and len(broken) > 1


def _kind(check: CheckResult) -> object:
    """What is equal for failures of which it is enough to tell one."""
    return check.verdict, check.message, bool(check.mistake) and check.mistake


def _where(check: CheckResult) -> tuple[object, ...]:
    """The student's line, where one is told."""
    facts = check.details[0].facts if check.details else {}
    return tuple(facts.get(name) for name in ("file", "line"))


def _focus(
    view: View, checks: list[CheckResult], first: CheckResult, lines: "Lines"
) -> Iterator[Part]:
    """The function that fails first: what passes, what is wrong, what else is, what waits."""
    head = Text(first.function, "bold")
    for check in checks:
        if check.verdict is Verdict.PASSED:
            head.append(f"  ✓ {check.name}", "green not bold")
    head.truncate(view.width - len(total(checks)) - 1, overflow="ellipsis")
    yield row(head, Text(total(checks), "bold"))
    yield indented(check_line(first, view.options.verbose))
    yield from details(first, view)
    others = [check for check in checks if check.verdict in BROKEN and check is not first]
    same = [check for check in others if _kind(check) == _kind(first)]
    if same:
        names = ", ".join(check.name for check in same)
        yield indented(Text(view.words("the same in: {checks}", checks=names), "red"), 4)
    for check in others:
        if check not in same:
            yield lines.line(inside(check.verdict), check.name, check, points(check))
    yield from waiting(view, checks)


class Lines:
    """Functions as lines: one for each that passes, or one for each kind of failure."""

    def __init__(self, view: View, functions: list[list[CheckResult]], first: CheckResult | None):
        self.view, self.first = view, first
        self.seen: list[object] = [] if first is None else [(_kind(first), _where(first))]
        names = [name for checks in functions if first not in checks for name in _names(checks)]
        self.room = max(map(cell_len, names), default=0) if view.width >= _WIDE else 0

    def of(self, checks: list[CheckResult]) -> Iterator[Part]:
        """The lines of a function."""
        words = self.view.words
        broken = [check for check in checks if check.verdict in BROKEN]
        if not broken:
            told = next((c for c in checks if c.verdict is not Verdict.PASSED), None)
            mark = MARKS[checks[0].verdict if told is None else told.verdict]
            lent = next((c for c in checks if c.message), None)
            text = Text(clean(said(lent, words)), "dim") if lent else Text()
            if told is not None:
                verdict = words(VERDICTS[told.verdict])
                problem = words("{verdict}: {problem}", verdict=verdict, problem=said(told, words))
                text = Text(clean(problem), "dim")
            name = checks[0].function
            if text:
                name = padded(name, max(self.room, cell_len(name)))
            yield one_line(self.view, mark, name, text, total(checks))
            return
        brought = total(checks)
        for check in broken:
            if check is broken[0] or _kind(check) not in map(_kind, broken[: broken.index(check)]):
                name = check.function if self._of_all(check, checks) else check.name
                yield self.line(MARKS[check.verdict], name, check, brought)
                brought = ""

    @staticmethod
    def _of_all(check: CheckResult, checks: list[CheckResult]) -> bool:
        return len(checks) > 1 and all(_kind(check) == _kind(other) for other in checks)

    def line(self, mark: tuple[str, str], name: str, check: CheckResult, brought: str) -> Text:
        """A failure in one line: its message, and the first part of its hint where both fit."""
        words, known = self.view.words, (_kind(check), _where(check))
        if known in self.seen and check.verdict is not Verdict.FAILED:
            text = Text(words("the same as above"), "red")
        else:
            text = Text(clean(self._message(check)), "red")
            self._add_hint(text, check, len(mark[0]) + max(self.room, len(name)) + len(brought))
        self.seen.append(known)
        return one_line(
            self.view, mark, padded(name, max(self.room, cell_len(name))), text, brought
        )

    def _message(self, check: CheckResult) -> str:
        """What is wrong in a check, as short as it can be said."""
        words, message = self.view.words, check.message or Message("")
        place = check.details[0].facts if check.details else {}
        if check.verdict is Verdict.TIMEOUT and {"file", "line", "text"} <= set(place):
            # The limit is left out: which line it was says more, and stands where nothing is cut.
            return self._at(place, words("its time ran out: `{text}`", text=place["text"]))
        if not check.counterexample:
            verdict = words(VERDICTS[check.verdict])
            told = words("{verdict}: {problem}", verdict=verdict, problem=words(message))
            return told.partition("\n")[0]
        differs = message.facts.get("difference")
        if message.template == VALUES_DIFFER and isinstance(differs, Message):
            message = differs
        text = words(message).partition("\n")[0]
        return self._at(place, text) if {"file", "line", "function"} <= set(place) else text

    def _at(self, place: Mapping[str, object], text: str) -> str:
        """What is wrong, behind its line; the file is named where it is another one."""
        words, file = self.view.words, str(place["file"])
        if Path(file).name == Path(self.view.report.submission).name:
            return words("line {line}: {problem}", line=place["line"], problem=text)
        return words("{file}, line {line}: {problem}", file=file, line=place["line"], problem=text)

    def _add_hint(self, text: Text, check: CheckResult, taken: int) -> None:
        if check.mistake:
            told = Text(" · ").append_text(hint(check.mistake.hints[0]))
            if text.cell_len + told.cell_len + taken + 5 <= self.view.width:
                text.append_text(told)


def _names(checks: list[CheckResult]) -> list[str]:
    return [check.name for check in checks if check.verdict in BROKEN] or [checks[0].function]
