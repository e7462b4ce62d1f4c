"""Whether a function is as it was: digests of what is executed for it.

One is of the statements as code, so that a comment changes nothing; the other of where they stand,
which a report names. What a student's own modules hold counts as a whole.
"""

import ast
import hashlib

from grader.wire import Load
from grader.worker.source import slicing


def digests(load: Load) -> dict[str, str]:
    """For each root what is executed for it, and where that stands: `code-place`."""
    units = [unit for unit in load.units if not unit.prose]
    beside = repr(sorted(load.siblings.items()))
    found = {}
    for name in load.roots:
        taken = slicing.take(units, [name], load.roots, load.siblings)
        code = [ast.dump(statement.tree) for statement in taken.statements]
        lines = [(each.unit, each.tree.lineno, each.tree.end_lineno) for each in taken.statements]
        found[name] = f"{_digest([*code, beside])}-{_digest(lines)}"
    return found


def _digest(parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]
