"""The order in which the exercises of a course are to be done.

A number is a name: links, keys and what students say keep it. So the place of an exercise is told
by `after`, and its number decides only where that leaves a choice.
"""

from collections.abc import Callable, Mapping, Sequence

from grader.errors import AuthorError

After = Callable[[str], Sequence[str]]
"""What an exercise names as coming before it."""


def all_before(name: str, after: After, folders: Mapping[str, object]) -> set[str]:
    """The exercises that come before this one, through others too.

    Raises AuthorError for a name that is no exercise of the course, and for exercises that wait
    for one another.
    """
    found: set[str] = set()
    _collect(name, after, folders, found, ())
    return found


def _collect(
    name: str,
    after: After,
    folders: Mapping[str, object],
    found: set[str],
    way: tuple[str, ...],
) -> None:
    way = (*way, name)
    for earlier in after(name):
        if earlier not in folders:
            raise AuthorError(
                "checks.py of {name}: after={earlier}, and the course has no such exercise "
                "(it has {known})",
                name=name,
                earlier=repr(earlier),
                known=", ".join(folders),
            )
        if earlier in way:
            circle = (*way[way.index(earlier) :], earlier)
            raise AuthorError(
                "checks.py of {name}: after={earlier} makes a circle: {circle}",
                name=name,
                earlier=repr(earlier),
                circle=" after ".join(circle),
            )
        if earlier not in found:
            found.add(earlier)
            _collect(earlier, after, folders, found, way)


def in_order(before: Mapping[str, set[str]]) -> list[str]:
    """The exercises, each behind all that come `before` it.

    They are in the order in which they are given, which is that of their numbers, but for those
    that come after a later one: ex1 after ex7. Such a one waits for the first that needs it, and
    stands just before that; or at the end, where none does.
    """
    place = {name: number for number, name in enumerate(before)}
    waiting = [n for n in before if any(place[earlier] > place[n] for earlier in before[n])]
    found: dict[str, None] = {}
    for name in [*(n for n in before if n not in waiting), *waiting]:
        # Who has fewer before him is before who has more, as far as the two are in one row.
        needed = sorted(before[name], key=lambda n: (len(before[n]), place[n]))
        found |= dict.fromkeys((*needed, name))
    return list(found)
