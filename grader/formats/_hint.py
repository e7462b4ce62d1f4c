"""The levels of a hint, as `grader hint` shows them: those shown before, and a new one."""

from collections.abc import Sequence

from rich.text import Text

from grader.formats._look import Part, hint, indented
from grader.formats._options import DEFAULT, Options
from grader.formats.terminal import printed


def render(title: str, levels: Sequence[str], options: Options = DEFAULT) -> str:
    """What has been shown is dim; the last level is what is new."""
    parts: list[Part] = [Text(title, "bold")]
    for number, level in enumerate(levels, start=1):
        told = hint(level)
        if number < len(levels):
            told.stylize("dim")
        parts += [Text(f"\n{number}", "cyan"), indented(told, 2)]
    return printed(parts, options)
