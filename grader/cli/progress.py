"""How far a long command has got, on standard error: a bar, or a line now and then."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from grader.text import clean

SIGN_OF_LIFE = 30.0
"""How many seconds without a line are taken for a hang, where there is no bar."""


@contextmanager
def steps() -> Iterator[Callable[[str, int, int], None]]:
    """A bar that is told what is done, how many steps are done and how many there are."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _now_and_then(time.monotonic)
        return
    columns = [TextColumn("{task.description:40.40}"), BarColumn(), TimeRemainingColumn()]
    with Progress(*columns, console=console, transient=True) as p:
        bar = p.add_task("inputs")
        yield lambda what, done, of: p.update(bar, description=what, completed=done, total=of)


def _now_and_then(clock: Callable[[], float]) -> Callable[[str, int, int], None]:
    """Says how far it is, in a line of its own, whenever nothing was said for a while."""
    said = clock()

    def told(what: str, done: int, of: int) -> None:
        nonlocal said
        if clock() - said >= SIGN_OF_LIFE:
            said = clock()
            print(clean(f"{what}: {done} of {of}"), file=sys.stderr, flush=True)

    return told
