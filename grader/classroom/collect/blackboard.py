"""Whose a file of Blackboard's is: ASSIGNMENT_USER_attempt_TIME_FILE, where both may hold a `_`.

All files of one download begin with the same assignment. So the line between the two is one that
all of them have, and the users on one side of it are on the roster. Where more than one line is
possible, a file has several candidates.
"""

from collections.abc import Callable, Iterable
from itertools import takewhile


def users(
    heads: Iterable[str],
    is_assignment: Callable[[str], bool],
    is_user: Callable[[str], bool] | None,
) -> dict[str, tuple[str, ...]]:
    """The users that each head, which is `ASSIGNMENT_USER`, may name.

    `is_assignment` tells a name of the exercise; `is_user` an id on the roster, if there is one.
    """
    heads = list(heads)
    shared = _beginning(heads)
    shared_cuts = [cut for cut in _cuts(shared + "x") if all(len(head) > cut for head in heads)]
    return {head: _of_one(head, heads, shared_cuts, is_assignment, is_user) for head in heads}


def _of_one(
    head: str,
    heads: list[str],
    shared_cuts: list[int],
    is_assignment: Callable[[str], bool],
    is_user: Callable[[str], bool] | None,
) -> tuple[str, ...]:
    cuts, same = (shared_cuts, heads) if shared_cuts else (_cuts(head), [head])
    own = [cut for cut in cuts if is_assignment(head[: cut - 1])]
    if is_user is None:
        return (head[(own or cuts)[-1] :],)
    explained = {cut: sum(is_user(other[cut:]) for other in same) for cut in cuts}
    if len(own) == 1 and explained[own[0]] == len(same):
        return (head[own[0] :],)
    likely = [cut for cut in cuts if cut in own or explained[cut]]
    return tuple(head[cut:] for cut in likely or cuts[-1:])


def _beginning(heads: list[str]) -> str:
    """What all begin with."""
    first, last = min(heads, default=""), max(heads, default="")
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    return "".join(char for char, _ in alike)


def _cuts(head: str) -> list[int]:
    """Where a user may begin: behind each `_` that has something on both sides."""
    inner = range(1, len(head) - 1)
    return [place + 1 for place in inner if head[place] == "_"]
