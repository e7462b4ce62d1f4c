"""What of a submission is not executed, and why: statements, magics, cells that are no code."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from grader.text import Message, source_lines, template
from grader.wire import Unit
from grader.worker.source import magics, names
from grader.worker.source.slicing import Rest, Slice

_NOT_SEEN = Message(
    "of a file's top level, only what gives a needed name its value is executed, and this was not "
    "seen to do so"
)
_ON_A_MODULE = Message("calls on modules at the top level are left out when a file is graded")
_PROGRAM = Message(
    "it stands under `if __name__ == ...`, which is not executed when the file is imported"
)
_MAGIC = Message("magics and shell commands are not run when a notebook is graded")
_WRITES = Message("no file is written when a notebook is graded, and that cell is not run")
_UNDER = template("a cell under `{magic}` is left out, because what that does with it is not known")
_CALLS = template(
    "it calls {function}, and a function that is graded is not called when the file is imported"
)

_ELSEWHERE = template("what stands under `{magic}` does not run as a part of the notebook")
_OTHER = {
    *("%%!", "%%HTML", "%%R", "%%SVG", "%%bash", "%%cmd", "%%cython", "%%html", "%%javascript"),
    *("%%js", "%%julia", "%%latex", "%%markdown", "%%perl", "%%pypy", "%%python", "%%python2"),
    *("%%python3", "%%ruby", "%%script", "%%sh", "%%sql", "%%svg", "%%sx", "%%system", "%%timeit"),
}
"""Cell magics whose text is another program, or in another language, or is forgotten."""

_RUN_MAGICS = {"magic", "run_cell_magic", "run_line_magic", "system"}
WRITERS = {"%%file", "%%writefile"}
BOUND = re.compile(r"^(?:(?:async +)?def +|class +|)(\w+)(?= *[=(:])", re.MULTILINE)
"""What source that can't be parsed, or is not looked at, would give a value."""

_SHOWN = 100
_EXPORTED = re.compile(
    r"get_ipython\(\)\.(?:magic|run_line_magic|run_cell_magic)\(\s*u?['\"](?P<name>\w+)"
)
"""How a magic stands in a file that was exported from a notebook."""


@dataclass(frozen=True)
class Omitted:
    """Something that was not executed.

    `text` is its first line, `source` all of it. It would bind the names `binds`, and change those
    that it `gives`. `tree` is there where it is a statement.
    """

    place: Message
    text: str
    source: str
    reason: Message
    binds: frozenset[str] = frozenset()
    gives: frozenset[str] = frozenset()
    tree: ast.stmt | None = None

    @property
    def said(self) -> Message:
        """That it was not executed, and why."""
        return Message(
            "`{text}` ({place}) was not executed: {reason}",
            text=self.text,
            place=self.place,
            reason=self.reason,
        )

    @property
    def magic(self) -> str:
        """The magic that it begins with: `%run`, `%%writefile`, or `!` for a shell line."""
        found = re.match(r"!|%%?\w+", self.text)
        exported = _EXPORTED.match(self.text)
        return found[0] if found else f"%{exported['name']}" if exported else ""


def place(unit: Unit, line: int, alone: bool) -> Message:
    """Where that is; in the submission itself, where it is `alone`, the line is enough."""
    if alone and not unit.cell:
        return Message("line {line}", line=line)
    return Message("{unit}, line {line}", unit=unit.label, line=line)


def statements(taken: Slice, alone: bool) -> Iterator[Omitted]:
    """The statements that were left out. In a submission `alone` lines need no file's name."""
    left = taken.rest()
    trees = [*(statement.tree for statement in taken.statements), *(rest.tree for rest in left)]
    imports = (node for node in trees if isinstance(node, ast.Import | ast.ImportFrom))
    known = names.binds_all(imports)
    for rest in left:
        if not isinstance(rest.tree, ast.Import | ast.ImportFrom | ast.Pass):
            yield Omitted(
                place(rest.unit, rest.tree.lineno, alone),
                line_of(rest.unit, rest.tree.lineno),
                ast.get_source_segment(rest.unit.source, rest.tree) or "",
                _reason(rest, known),
                frozenset(names.binds(rest.tree) | _under(rest.tree)),
                rest.gives,
                rest.tree,
            )


def _reason(rest: Rest, modules: set[str]) -> Message:
    if rest.function:
        return Message(_CALLS, function=rest.function)
    if rest.outer:
        return _PROGRAM
    match rest.tree:
        case ast.Expr(value=ast.Call(func=ast.Attribute(attr=attr))) if attr in _RUN_MAGICS:
            return _MAGIC
        case ast.Expr(value=ast.Call() as call) if names.root(call) in modules:
            return _ON_A_MODULE
    return _NOT_SEEN


def _under(tree: ast.stmt) -> set[str]:
    """What stands under a cell magic in a file that was exported from a notebook."""
    match tree:
        case ast.Expr(
            value=ast.Call(
                func=ast.Attribute(attr="run_cell_magic"), args=[*_, ast.Constant(value=str(body))]
            )
        ):
            return set(BOUND.findall(body))
    return set()


def in_cells(units: Iterable[Unit]) -> Iterator[Omitted]:
    """The magics and shell lines of cells as they were written, with what is under them."""
    for unit in units:
        if not unit.cell or unit.prose:
            continue
        for line, text, body in magics.left_out(unit.source):
            binds = frozenset(BOUND.findall(body))
            magic = text.split()[0]
            under = _ELSEWHERE if magic in _OTHER else _UNDER
            reason = Message(under, magic=magic) if body.strip() else _MAGIC
            reason = _WRITES if magic in WRITERS else reason
            where = place(unit, line, alone=True)
            yield Omitted(where, text[:_SHOWN], f"{text}\n{body}", reason, binds)


def line_of(unit: Unit, number: int) -> str:
    """A line of the unit's source as it is shown."""
    lines = source_lines(unit.source)
    return lines[number - 1].strip()[:_SHOWN] if 0 < number <= len(lines) else ""
