"""How wide the terminal is, and whether colours are wanted there."""

import os
import shutil
import sys


def width() -> int:
    """Columns of the terminal; 80 where there is none."""
    return shutil.get_terminal_size((80, 24)).columns


def color() -> bool:
    """Whether standard output is a terminal that may show colours (https://no-color.org)."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ
