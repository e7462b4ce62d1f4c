"""Students who belong together, for the page: by a mistake without a name, by files alike."""

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from grader.classroom.analysis import Slip
from grader.classroom.clusters import Cluster, Unnamed
from grader.classroom.copies import FEW, Found
from grader.classroom.publish.extras import Extras
from grader.formats import outcomes
from grader.text import Words, label, line, shortened

_TEXT, _LINES = 1500, 40
"""Characters and lines of an example, and of code."""

Rows = Mapping[str, Any]
"""The rows of the table, by id."""


@dataclass(frozen=True)
class Group:
    """A mistake that several made and that has no name; one of them is shown for all."""

    name: str
    rows: tuple[Any, ...]
    wordings: str
    check: str
    message: str
    detail: str
    example: tuple[tuple[str, str], ...]
    shown: str
    code: str


@dataclass(frozen=True)
class Like:
    """Two files that are alike: whose they are, what is said of them, what shows them."""

    percent: int
    sides: tuple[tuple[Any, ...], ...]
    told: tuple[str, ...]
    command: str


@dataclass(frozen=True)
class Likes:
    """All pairs that are alike, behind what is said of them."""

    told: tuple[str, ...]
    pairs: tuple[Like, ...]


def groups_with_no_name(found: Unnamed, rows: Rows, words: Words) -> list[Group]:
    """The groups, the largest first."""
    return [_group(each, rows, words) for each in found.groups]


def _group(group: Cluster, rows: Rows, words: Words) -> Group:
    failed, shown = group.shown.failed, group.shown
    example: Sequence[tuple[str, str]] = ()
    if failed.counterexample is not None:
        inputs = failed.counterexample.inputs.items()
        example = [*inputs, *outcomes(failed.counterexample, words)]
    return Group(
        name=group.name,
        rows=tuple(rows[student] for student in group.students),
        wordings=words("in one wording")
        if group.wordings == 1
        else words("in {count} wordings", count=group.wordings),
        check=failed.name,
        message=line(words(failed.message)) if failed.message else "",
        detail=line(words(failed.details[0])) if failed.details else "",
        example=tuple(
            (line(name), shortened(text, _TEXT, _LINES)) for name, text in example if text
        ),
        shown=rows[shown.student].shown,
        code=shortened(shown.trace.code.strip("\n"), _TEXT, _LINES),
    )


def in_no_group(
    slips: Sequence[Slip], told: Sequence[Group], functions: Mapping[str, str]
) -> list[Slip]:
    """The mistakes without what is only that of such groups; `functions` are those of checks."""
    made = {(row.entry.student, functions.get(group.check)) for group in told for row in group.rows}
    return [
        slip
        for slip in slips
        if not made.issuperset(product(slip.students, map(functions.get, slip.checks)))
    ]


def alike_of(extras: Extras, rows: Rows, words: Words) -> Likes:
    """What `grader compare` found, or that it was not asked yet."""
    compare = f"grader compare {shlex.quote(extras.folder)}"
    if extras.alike is None:
        asked = words("Nobody has compared them yet: `{command}` does, and shows it here.",
                      command=compare)  # fmt: skip
        return Likes((asked,), ())
    found = extras.alike
    told = [words("files compared: {files}; pairs alike: {pairs}", files=found.compared,
                  pairs=len(found.pairs) + found.more)]  # fmt: skip
    if found.gone:
        gone = words(
            "{count} pairs are left out, because another file of theirs was graded since: "
            "`{command}` compares anew",
            count=found.gone,
            command=compare,
        )
        told.append(gone)
    if 0 < found.compared < FEW:
        few = words(
            "In {files} files, what all would write can't be told from what only two would.",
            files=found.compared,
        )
        told.append(few)
    if found.more:
        told.append(words("… and {more} more, in the table `copies.csv`", more=found.more))
    pairs = [
        pair for pair in found.pairs if all(each in rows for side in pair.sides for each in side)
    ]
    return Likes(tuple(told), tuple(_like(pair, compare, rows, words) for pair in pairs))


def _like(pair: Found, compare: str, rows: Rows, words: Words) -> Like:
    told = [words("the same text, letter by letter")] if pair.same_text else []
    shared = words(
        "{shared} fingerprints in common, {alone} of them in no third file",
        shared=pair.shared,
        alone=pair.alone,
    )
    told.append(shared)
    for function, count in pair.mistakes:
        same = words(
            "{function}: the same wrong values, which no known mistake has ({students} students "
            "have them)",
            function=function,
            students=count,
        )
        told.append(same)
    one, other = (shlex.quote(label(side[0])) for side in pair.sides)
    return Like(
        percent=int(pair.alike * 100 + 1e-6),
        sides=tuple(tuple(rows[student] for student in side) for side in pair.sides),
        told=tuple(told),
        command=f"{compare} {one} {other}",
    )
