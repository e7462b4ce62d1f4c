"""The terminal: how wide it is, whether it may have colours, and what stands beside a result."""

import os
import shutil
import sys

from grader.text import clean


def width() -> int:
    """Columns of the terminal; 80 where there is none."""
    return shutil.get_terminal_size((80, 24)).columns


def color() -> bool:
    """Whether standard output is a terminal that may show colours (https://no-color.org)."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def note(text: str) -> None:
    """Say something that is no part of the result, on standard error."""
    print(f"grader: {clean(text)}", file=sys.stderr, flush=True)
