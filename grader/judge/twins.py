"""Whether two functions that fail have the same mistake, by what a record keeps of them.

They have where they fail the same cases of the same checks with the same results, within the
tolerance by which a known mistake is named, and where these prove something: a constant, an input
that came back, or an exception about a name have many causes.
"""

import numpy as np

from grader.judge.sampled import Case, Failed, Traced


def same_mistake(one: Traced, other: Traced) -> bool:
    """Whether all that they fail is the same, and proves it in one check at least."""
    if [each.check for each in one.checks] != [each.check for each in other.checks]:
        return False
    pairs = list(zip(one.checks, other.checks, strict=True))
    if not all(_cases_agree(a, b) for a, b in pairs):
        return False
    same = [(a, b, _values_agree(a, b)) for a, b in pairs]
    if not all(agree for a, _, agree in same if a.firm):
        return False
    return any(agree and _proves(a, b, one, other) for a, b, agree in same)


def _cases_agree(one: Failed, other: Failed) -> bool:
    """Whether the same cases fail, in the same form; what is nearly right may pass in one."""
    mine, theirs = _by_number(one), _by_number(other)
    only = [mine.get(i) or theirs[i] for i in mine.keys() ^ theirs.keys()]
    if not all(case.nearly for case in only):
        return False
    both = mine.keys() & theirs.keys()
    return bool(both) and all(mine[i].form == theirs[i].form for i in both)


def _values_agree(one: Failed, other: Failed) -> bool:
    mine, theirs = _by_number(one), _by_number(other)
    return all(_alike(mine[i], theirs[i]) for i in mine.keys() & theirs.keys())


def _by_number(failed: Failed) -> dict[int, Case]:
    return {case.case: case for case in failed.cases}


def _alike(one: Case, other: Case) -> bool:
    a, b = np.frombuffer(one.numbers), np.frombuffer(other.numbers)
    if a.size != b.size:
        return False
    slack = np.maximum(np.frombuffer(one.slack, np.float32), np.frombuffer(other.slack, np.float32))
    with np.errstate(all="ignore"):
        near = np.abs(a - b) <= slack
    return bool(np.all(near | (a == b) | (np.isnan(a) & np.isnan(b))))


def _proves(one: Failed, other: Failed, mine: Traced, theirs: Traced) -> bool:
    """Whether the results of a check prove it: by themselves, or by what both sources have."""
    if one.proves and other.proves:
        return True
    asked = {*one.traits} & {*other.traits}
    own = asked & {*mine.traits}
    return bool(own) and own == asked & {*theirs.traits}
