"""The options that say which attempt counts, and what late work costs; the record keeps them."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from grader.text import Message

if TYPE_CHECKING:
    from grader.classroom import Plan, Roster, Store, Times


def add_options(parser: ArgumentParser) -> None:
    """`--count`, `--due`, `--late`, `--grace`, `--until`; each takes the place of what was said."""
    parser.add_argument(
        "--count",
        choices=["last", "best", "first", "none"],
        help="which attempt is the grade; this and what follows is kept for OUT, and `none` takes "
        "it back",
    )
    parser.add_argument(
        "--due", metavar="TIME", help="when the work is due: 2026-12-01T23:59+08:00"
    )
    parser.add_argument(
        "--late",
        metavar="RATE",
        help="what is taken off for each begun period: 10%%/day (of all points), 2/hour, 20%%/once",
    )
    parser.add_argument("--grace", metavar="SPAN", help="so much later is not late yet: 15m")
    parser.add_argument("--until", metavar="SPAN", help="what is later than this gets 0: 3d")


def add_times(parser: ArgumentParser) -> None:
    """`--times`, `--mtime`: from where it is known when something was handed in."""
    parser.add_argument(
        "--times",
        type=Path,
        metavar="CSV",
        help="when each student handed in (student,time), and a time of their own at which it is "
        "due (due); a worksheet of Moodle will do",
    )
    parser.add_argument(
        "--mtime",
        action="store_true",
        help="where nothing else says when, take the time at which the file was written",
    )


def wants_all(count: str | None) -> bool:
    """Whether by this rule an attempt before the last one may be the grade."""
    from grader.classroom import Count

    return count in [each.value for each in Count if each.wants_all]


def timed(
    args: Namespace,
    plan: "Plan",
    times: "Times | None",
    roster: "Roster | None",
    store: "Store",
    tell: Callable[[Message], None],
) -> "Plan":
    """The plan with when each student handed in; times of their own at which it is due are kept."""
    from grader.classroom import rows_by_student, with_times

    has_due = bool(store.settings().get("due"))
    rows = rows_by_student(times, plan, roster) if times else None
    found = with_times(plan, times, rows=rows, mtime=args.mtime, say=has_due)
    for note in found.notes:
        tell(note)
    store.extend(found.due)
    return found.plan


def settle(args: Namespace, store: "Store", tell: Callable[[Message], None]) -> None:
    """Keep what is asked for, and tell what it takes the place of."""
    from grader.classroom import OPTIONS, settled

    settings = store.settings()
    found = settled(settings, {name: getattr(args, name) for name in OPTIONS})
    changed = {name: text for name, text in found.items() if text != settings.get(name, "")}
    if not changed:
        return
    store.settle(changed)
    for name, text in changed.items():
        if before := settings.get(name):
            tell(
                Message(
                    "--{option} was {before}, and from now on is {now}",
                    option=name,
                    before=before,
                    now=text or "none",
                )
            )
