"""Delta debugging: the fewest of some things with which something still holds.

Zeller and Hildebrandt, Simplifying and Isolating Failure-Inducing Input, IEEE Transactions on
Software Engineering 28(2), 2002: the algorithm ddmin.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TypeVar

T = TypeVar("T")


def minimal(items: Sequence[T], holds: Callable[[list[T]], bool]) -> list[T]:
    """A part of the items with which it `holds`, and of which no single one can be left out.

    It has to hold with all of them.
    """
    kept, parts = list(items), 2
    if kept and holds([]):
        return []
    while len(kept) > 1:
        chunks = _split(kept, parts)
        found = next((chunk for chunk in chunks if holds(chunk)), None)
        if found is not None:
            kept, parts = found, 2
            continue
        rests = ([x for other in chunks if other is not chunk for x in other] for chunk in chunks)
        found = next((rest for rest in rests if holds(rest)), None)
        if found is not None:
            kept, parts = found, max(parts - 1, 2)
        elif parts >= len(kept):
            break
        else:
            parts = min(2 * parts, len(kept))
    return kept


def _split(items: list[T], parts: int) -> list[list[T]]:
    """The items in so many parts, none of them empty, as equal as can be."""
    ends = [len(items) * i // parts for i in range(parts + 1)]
    return [items[a:b] for a, b in pairwise(ends)]
