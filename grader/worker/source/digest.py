"""Whether a function is as it was: digests of what is executed for it.

One is of the statements as code, so that a comment changes nothing; one of where they stand, which
a report names; and one of the whole text. What a student's own modules hold counts as a whole, and
so does all that is executed, for a function whose calls may depend on those of others.
"""

import ast
import hashlib

from grader.wire import Load
from grader.worker.source import slicing
from grader.worker.source.lasting import Lasting


def digests(load: Load, source: slicing.Source | None = None) -> dict[str, str]:
    """For each root what is executed for it, where that stands, and all: `code-place-text`.

    Empty where the source is nested too deeply to be told. `source` is what was read of it already,
    if anything was.
    """
    try:
        return _of_each_root(load, source or slicing.handed_in(load))
    except (RecursionError, MemoryError):
        return {}


def _of_each_root(load: Load, source: slicing.Source) -> dict[str, str]:
    every = _executed(source.slice(load.roots))
    lasting = Lasting([each.tree for each in every], load.siblings.values())
    beside = sorted(load.siblings.items())
    text = _digest([(unit.label, unit.source) for unit in load.units])
    code = {id(each.tree): (each.flags, ast.dump(each.tree)) for each in every}
    found = {}
    for name in load.roots:
        own = _executed(source.slice([name]))
        taken = every if lasting.joins([each.tree for each in own]) else own
        shown = [code.get(id(x.tree)) or (x.flags, ast.dump(x.tree)) for x in taken]
        lines = [(each.unit, each.tree.lineno, each.tree.end_lineno) for each in taken]
        found[name] = "-".join(map(_digest, ([shown, beside], lines, text)))
    return found


def _executed(taken: slicing.Slice) -> list[slicing.Statement]:
    """What is executed, and what may be when a call misses a name."""
    return [*taken.statements, *dict.fromkeys(taken.later.values())]


def _digest(parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]
