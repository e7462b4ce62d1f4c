"""Whose a name of Moodle's is that may have a group's before it: `Group A-Ann Lee`.

Where a group was chosen, Moodle before 4.2 wrote its name and a hyphen before each student's name
(mod/assign/locallib.php, download_submissions). Group and student may both have hyphens of their
own. All files of a download begin with the same group, so a beginning counts as a group's where it
stands before several names of which most are on the roster. Else a name has as many meanings as it
has parts that are on the roster: nobody gets what Mary-Ann Lee has handed in for being called Ann
Lee.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable

_LEAST = 2
"""Names on the roster that have to follow a beginning, before it is taken for a group's."""


def meanings(names: Iterable[str], known: Callable[[str], bool]) -> dict[str, tuple[str, ...]]:
    """For each name, the students' names that it may stand for. One of them alone is certain.

    `known` tells whether the roster has a name.
    """
    whole = list(dict.fromkeys(names))
    following: dict[str, list[bool]] = defaultdict(list)
    for name in whole:
        for cut in _cuts(name):
            following[name[:cut]].append(known(name[cut:]))
    groups = {
        start
        for start, are_known in following.items()
        if sum(are_known) >= _LEAST and 2 * sum(are_known) > len(are_known)
    }
    own = {name for name in whole if known(name)}
    return {name: _of_one(name, groups, own, known) for name in whole}


def _of_one(
    name: str, groups: set[str], own: set[str], known: Callable[[str], bool]
) -> tuple[str, ...]:
    """The meanings of one name; those in `own` stand for their students as they are."""
    behind = [name[cut:] for cut in _cuts(name) if name[:cut] in groups]
    if name in own or behind:
        return tuple(dict.fromkeys([name, *behind] if name in own else behind))
    possible = [part for cut in _cuts(name) if (part := name[cut:]) not in own and known(part)]
    # The whole name belongs to them: it may be somebody's who is not on the roster.
    return (name, *possible)


def _cuts(name: str) -> list[int]:
    """Where a student's name may begin: behind each hyphen that has something on both sides."""
    return [place + 1 for place in range(1, len(name) - 1) if name[place] == "-"]
