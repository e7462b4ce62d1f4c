"""How those who wait are told what is being done."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Is called with what is being done, how many steps are done, and how many there are."""


def silent(what: str, done: int, total: int) -> None:
    """Report no progress."""
