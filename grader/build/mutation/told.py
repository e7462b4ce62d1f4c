"""A round as text, for 80 columns: the survivors first, then what the others died of."""

import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from grader.build.mutation.fate import Fate, Said
from grader.build.mutation.fresh import Kind, Survivor
from grader.build.mutation.round import Round
from grader.build.mutation.source import Mutation
from grader.course import Lesson
from grader.judge import rows

NOTHING: Mapping[str, int] = {}

WIDTH = 78
MOST = 12
"""How many of the changes that nothing is said of are listed, and known mistakes that are named."""

LONGEST = 4
"""How many lines of an input are shown."""

_HEADS = {
    Kind.REAL: (
        "SURVIVED: every check passes, and fresh inputs from inputs.py show a difference. "
        "Draw such inputs more often (examples=), or add a file to wrong/."
    ),
    Kind.BEYOND: (
        "SURVIVED where inputs.py is narrow: every input that it draws gives the reference's "
        "values, and an input of another size, sign or order does not. Where a student's function "
        "may get such an input, widen inputs.py."
    ),
    Kind.ACCEPTED: (
        "ACCEPTED by predicates (holds=): what they look at has no one right value, and what other "
        "checks compare is the same on fresh inputs. Look whether they should accept it."
    ),
    Kind.WITHIN: (
        "EQUIVALENT within the tolerance: what differs on fresh inputs is less than it allows."
    ),
    Kind.SAME: "EQUIVALENT: fresh inputs give the reference's values, but for rounding.",
}


def render_round(found: Round, lesson: Lesson, *, raw: bool = False) -> str:
    """All that was found; with `raw`, each change whose student is told no cause as a diff."""
    lines = [_summary(found), ""]
    for kind, head in _HEADS.items():
        if those := [each for each in found.survivors if each.kind is kind]:
            lines += [*_wrapped(head), ""]
            for survivor in those:
                lines += [*_survivor(survivor, lesson), ""]
    lines += [f"UNGRADED {_where(f.mutation)}: {f.ungraded}" for f in found.ungraded]
    lines += [*_died_in(found.died), "", *_died_of(found.died), *_unnamed(found.died, raw=raw), ""]
    real = _count(found, Kind.REAL)
    lines.append(f"{found.exercise}: {_number(real, 'survivor')}")
    return "\n".join(lines) + "\n"


def in_short(found: Round) -> list[str]:
    """What `grader verify` says of a short round."""
    lines = _wrapped(f"{len(found.fates)} changes of the reference: {_what(found)}")
    if beyond := [s.mutation for s in found.survivors if s.kind is Kind.BEYOND]:
        lines += [f"  {_where(mutation)}" for mutation in beyond]
        lines.append(f"  `grader mutate {found.exercise}` shows on what they differ")
    return lines


def unnoticed(found: Round, cases: Mapping[str, int] = NOTHING) -> list[str]:
    """A fault for each change that no check notices, though fresh inputs show it.

    Not where it shows so seldom that as many `cases` as the key has, by check, need have none: a
    division by 254 in the place of 255 is seen in one of two hundred accuracies.
    """
    real = [each for each in found.survivors if each.kind is Kind.REAL]
    real = [s for s in real if s.check not in cases or s.shown * cases[s.check] >= s.tried]
    return [
        f"no check notices this change of {s.mutation.where} ({s.mutation.change}), and "
        f"{s.shown} of {s.tried} fresh inputs show it in {s.check}:\n"
        + "\n".join(_diff(s.mutation))
        for s in real
    ] + [f"{_where(fate.mutation)}: {fate.ungraded}" for fate in found.ungraded]


def _summary(found: Round) -> str:
    rate = len(found.fates) / found.seconds if found.seconds else 0.0
    tried = (
        f"{found.exercise}: {len(found.fates)} of {found.all} changes of "
        f"{_number(found.files, 'file')} tried, seed {found.seed}, {found.seconds:.0f} s "
        f"({rate:.1f} a second)"
    )
    return "\n".join([*_wrapped(tried), *_wrapped(_what(found))])


def _what(found: Round) -> str:
    equivalent = _count(found, Kind.WITHIN) + _count(found, Kind.SAME)
    parts = [
        f"{len(found.died)} died",
        f"{_count(found, Kind.REAL)} survived",
        f"{_count(found, Kind.BEYOND)} survived where inputs.py is narrow",
        f"{equivalent} equivalent",
    ]
    if accepted := _count(found, Kind.ACCEPTED):
        parts.append(f"{accepted} accepted by predicates")
    return ", ".join(parts)


def _count(found: Round, kind: Kind) -> int:
    return sum(survivor.kind is kind for survivor in found.survivors)


def _number(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _where(mutation: Mutation) -> str:
    return f"{mutation.id}  {mutation.where}: {mutation.change}"


def _survivor(survivor: Survivor, lesson: Lesson) -> Iterator[str]:
    mutation = survivor.mutation
    yield f"  {_where(mutation)}"
    yield from _diff(mutation)
    if survivor.kind in (Kind.REAL, Kind.BEYOND):
        assert survivor.inputs is not None
        checks = lesson.exercise.checks
        own = [check.name for check in checks if check.function in mutation.functions]
        yield from _wrapped(f"ought to be seen by {', '.join(own)}", "    ")
        shown = f"{survivor.shown} of {survivor.tried} fresh inputs show it, first in "
        yield from _wrapped(f"{shown}{survivor.check}: {survivor.message}", "    ")
        for name, value in survivor.inputs.items():
            yield from _input(name, rows(value))
    elif survivor.kind is Kind.WITHIN:
        yield f"    {survivor.tried} fresh inputs, at most {survivor.largest:.2g} of the tolerance"
    elif survivor.kind is Kind.SAME:
        yield f"    the same on {survivor.tried} fresh inputs"


def _input(name: str, value: str) -> Iterator[str]:
    """An input, cut where it is long."""
    head = f"      {name} = "
    lines = value.splitlines()
    for i, line in enumerate(lines[:LONGEST]):
        start = head if i == 0 else " " * len(head)
        room = WIDTH - len(start)
        yield start + (line if len(line) <= room else line[: room - 4] + " ...")
    if len(lines) > LONGEST:
        yield " " * len(head) + "..."


def _diff(mutation: Mutation) -> list[str]:
    return [f"    {line}" for line in mutation.diff.splitlines()]


def _died_in(died: Sequence[Fate]) -> Iterator[str]:
    yield "died in"
    for check, count in Counter(fate.check for fate in died).items():
        yield f"  {count:5}  {check}"


def _died_of(died: Sequence[Fate]) -> Iterator[str]:
    """What a student is told by the check in which each died, and which mistakes are named."""
    yield "what is said there"
    said = Counter(fate.said for fate in died)
    for kind in Said:
        share = said[kind] / len(died) if died else 0.0
        yield f"  {said[kind]:5}  {share:4.0%}  {kind.value}"
        if kind is Said.NAMED:
            yield from _named(died)


def _named(died: Sequence[Fate]) -> Iterator[str]:
    """How often each known mistake is named."""
    named = Counter(fate.mistake for fate in died if fate.mistake)
    for name, count in named.most_common(MOST):
        yield f"  {'':11}  {count:3} {name}"
    if len(named) > MOST:
        yield f"  {'':11}  and {len(named) - MOST} others"


def _unnamed(died: Sequence[Fate], *, raw: bool) -> Iterator[str]:
    """Those of which a student learns no cause: each could be a file in wrong/."""
    those = [fate for fate in died if fate.said is Said.RAW]
    if not those:
        return
    yield f"{'':15}(--adopt ID makes a known mistake of one)"
    for fate in those if raw else those[:MOST]:
        yield f"{'':15}{_where(fate.mutation)}"
        if raw:
            yield from _diff(fate.mutation)
    if len(those) > MOST and not raw:
        yield f"{'':15}and {len(those) - MOST} others: --unnamed shows all of them, as diffs"


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent)
