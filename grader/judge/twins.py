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
    """Whether each number of the cases that both fail is near the other one, or as infinite."""
    mine, theirs = _by_number(one), _by_number(other)
    pairs = [(mine[i], theirs[i]) for i in mine.keys() & theirs.keys()]
    if any(len(a.numbers) != len(b.numbers) for a, b in pairs):
        return False
    a, b = (np.frombuffer(b"".join(x.numbers for x in each)) for each in zip(*pairs, strict=True))
    slack = np.maximum(
        *(
            np.frombuffer(b"".join(x.slack for x in each), np.float32)
            for each in zip(*pairs, strict=True)
        )
    )
    with np.errstate(all="ignore"):
        near = np.abs(a - b) <= slack
    return bool(np.all(near | (a == b) | (np.isnan(a) & np.isnan(b))))


def _by_number(failed: Failed) -> dict[int, Case]:
    return {case.case: case for case in failed.cases}


def _proves(one: Failed, other: Failed, mine: Traced, theirs: Traced) -> bool:
    """Whether the results of a check prove it: by themselves, or by what both sources have."""
    if one.proves and other.proves:
        return True
    asked = {*one.traits} & {*other.traits}
    own = asked & {*mine.traits}
    return bool(own) and own == asked & {*theirs.traits}


def landmark(values: Traced) -> tuple[tuple[object, ...], float, float]:
    """Where to look for the same mistake: what must be equal, a number, and how far off it may be.

    Of the first case that is plainly wrong. All others need not be compared.
    """
    checks = tuple(failed.check for failed in values.checks)
    plain = (
        (failed.check, case)
        for failed in values.checks
        if failed.firm
        for case in failed.cases
        if not case.nearly
    )
    check, case = next(plain, ("", None))
    if case is None:
        return checks, 0.0, 0.0
    numbers = np.frombuffer(case.numbers)
    place = (*checks, check, case.case, case.form, numbers.size)
    if not numbers.size or not np.isfinite(numbers[0]):
        return (*place, str(numbers[:1])), 0.0, 0.0
    return place, float(numbers[0]), 2 * float(np.frombuffer(case.slack, np.float32)[0])
