"""What pytest is told of a check, in a form that it shows, and that its workers can send."""

from dataclasses import dataclass
from typing import Any

from grader.errors import GraderError
from grader.report import CheckResult
from grader.text import Words, clean

_OPTION, _OWN = "--course", "--grader-course"


def said(error: GraderError, words: Words) -> str:
    """What an error says. Where it names an option of the command line, also what pytest has."""
    text = "\n".join(map(words, error.messages))
    if _OPTION in text:
        text += words(" (here, {option} is called {own})", option=_OPTION, own=_OWN)
    return "\n".join(map(clean, text.splitlines()))


def one_line(result: CheckResult, words: Words) -> str:
    """The first line of what is wrong."""
    lines = "\n".join(map(words, result.said)).splitlines()
    return clean(lines[0]) if lines else ""


@dataclass(frozen=True)
class Crash:
    """Where the function is and what is wrong, under the names that plugins of pytest read."""

    path: str
    lineno: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.lineno}: {self.message}"


@dataclass(frozen=True)
class Failure:
    """What pytest shows of a check that did not pass, with colours where it has them."""

    reprcrash: Crash
    plain: str
    colored: str

    def __str__(self) -> str:
        return self.plain

    def toterminal(self, writer: Any) -> None:
        """Called by pytest with its TerminalWriter."""
        writer.line(self.colored if writer.hasmarkup else self.plain)
