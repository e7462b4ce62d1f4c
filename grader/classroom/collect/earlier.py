"""What a student handed in before the last time, as a platform's download has it, in its order.

A platform numbers or dates attempts: Canvas by a number in the name of a later file, Schoology and
Teams by that of a folder, Blackboard, Brightspace and nbgrader by a time. Nothing else is an order:
neither the file system's, nor "logistic (1).py", which a browser writes. Where it is not certain
which attempt was first, there are none, and it is said why.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from grader.classroom.collect.entries import Item
from grader.classroom.collect.layouts import Names, version
from grader.classroom.collect.platforms import Layout
from grader.text import Message

_NUMBERED = (Layout.SCHOOLOGY, Layout.TEAMS)
"""Platforms that number attempts, and do not say when they were handed in."""


@dataclass(frozen=True)
class Before:
    """The attempts before the last one, the oldest first; or none, and why."""

    attempts: tuple[tuple[Item, ...], ...] = ()
    doubt: Message | None = None


NOTHING_BEFORE = Before()


def before(last: Sequence[Item], earlier: Sequence[Item], names: Names) -> Before:
    """The `earlier` items of a student, whose `last` ones count, as attempts."""
    if not earlier:
        return NOTHING_BEFORE
    items = [*last, *earlier]
    layouts = {item.claim.layout for item in items}
    if layouts == {Layout.CANVAS}:
        return _canvas(items, names)
    if len(layouts) > 1 or not all(map(_has_place, items)):
        return Before(doubt=Message("not all of them say when they were handed in"))
    found: dict[str, list[Item]] = defaultdict(list)
    for item in earlier:
        found[item.claim.attempt].append(item)
    return Before(tuple(tuple(found[attempt]) for attempt in sorted(found)))


def _has_place(item: Item) -> bool:
    """Whether it is known which attempt it is; of a time, that it is one."""
    claim = item.claim
    return bool(claim.attempt and (claim.when or claim.layout in _NUMBERED))


def _canvas(items: Sequence[Item], names: Names) -> Before:
    """The versions of the exercise's file, by their numbers.

    Canvas numbers each upload of a file, and a later one has a greater number. Where a student has
    called a file mean-1.py himself, the two orders may contradict each other.
    """
    files = [item for item in items if names.exact(item.claim.file)]
    if len({version(item.claim.file)[0] for item in files}) > 1:
        return Before(doubt=Message("they are versions of several files"))
    ordered = sorted(files, key=_number)
    numbers = [_number(item) for item in ordered]
    uploads = [int(item.claim.upload) for item in ordered]
    if len(set(numbers)) < len(numbers):
        return Before(doubt=Message("two of them have the same number"))
    if uploads != sorted(uploads):
        return Before(
            doubt=Message("by the numbers of the uploads, a file with a smaller number is later")
        )
    return Before(tuple((item,) for item in ordered[:-1]))


def _number(item: Item) -> int:
    return version(item.claim.file)[1]
