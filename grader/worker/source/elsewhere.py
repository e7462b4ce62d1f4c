"""Where a name that has no value stands all the same: in a comment, a text, another function."""

import ast
import difflib
import re
from collections.abc import Iterable, Iterator

from grader.text import Message, source_lines
from grader.wire import Unit
from grader.worker.source import names
from grader.worker.source.omitted import line_of, place

_ALIKE = 0.85
"""How much of a name has to be the same for a question whether it is meant."""

_Outer = names.Function | ast.ClassDef | names.Compound


def seen(name: str, units: Iterable[Unit], prose: Iterable[Unit]) -> Message | None:
    """Where a name would get its value, and why it has none: a text cell, a scope, a comment."""
    units = list(units)
    for unit in prose:
        if line := _gives(name, unit.source, r"[ \t>]*"):
            return Message(
                "{place} has `{text}`, but that cell is one of text, and only cells of code are "
                "executed; make it a code cell",
                place=place(unit, line, alone=True),
                text=line_of(unit, line),
            )
    for unit in units:
        if found := _inside(name, unit):
            return found
    for unit in units:
        if found := _in_comment(name, unit) or _in_string(name, unit):
            return found
    return None


def spelled(name: str, units: Iterable[Unit], taken: Iterable[str]) -> Message | None:
    """A function of nearly that name: but for capitals and underscores, or for a letter.

    Those that are `taken` have their own names.
    """
    found = [(unit, node, other) for unit in units for node, other in _functions(unit, name)]
    found = [each for each in found if each[2] not in {name, *taken}]
    for unit, node, other in found:
        if _plain(other) == _plain(name):
            return Message(
                "{place} defines {other}; call it {name}, spelled exactly so",
                place=place(unit, node.lineno, alone=True),
                other=other,
                name=name,
            )
    for unit, node, other in found:
        if difflib.SequenceMatcher(a=other, b=name).ratio() > _ALIKE:
            return Message(
                "{place} defines {other}; if that is the one, call it {name}",
                place=place(unit, node.lineno, alone=True),
                other=other,
                name=name,
            )
    return None


def _functions(unit: Unit, called: str) -> Iterator[tuple[ast.stmt, str]]:
    """The functions at the top level, each with its name; classes too, where one may be wanted."""
    for node in _tree(unit).body:
        match node:
            case ast.ClassDef(name=name) if called[:1].isupper():
                yield node, name
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield node, name
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Lambda()):
                yield node, name


def _plain(name: str) -> str:
    return name.replace("_", "").lower()


def _gives(name: str, source: str, before: str) -> int:
    """The first line that gives the name a value, as text; 0 where there is none."""
    name = re.escape(name)
    pattern = re.compile(
        rf"^{before}(?:(?:async +)?def +{name} *\(|class +{name} *[(:]|{name} *= *lambda\b"
        rf"|import +(?:[\w., ]*\b)?{name} *(?:$|,)|(?:from|import) .*\bas +{name}\b"
        rf"|from +[\w.]+ +import +(?:[\w, ]*\b)?{name} *(?:$|,))",
        re.MULTILINE,
    )
    found = pattern.search("\n".join(source_lines(source)))
    return found.string.count("\n", 0, found.start()) + 1 if found else 0


def _in_comment(name: str, unit: Unit) -> Message | None:
    line = _gives(name, unit.source, r"[ \t]*#+[ \t]*")
    constant = re.search(rf"^# ?{re.escape(name)} *=(?!=)", unit.source, re.MULTILINE)
    if not line and constant:
        line = unit.source.count("\n", 0, constant.start()) + 1
    if line:
        return Message(
            "{place} has `{text}`, but in a comment",
            place=place(unit, line, alone=True),
            text=line_of(unit, line),
        )
    return None


def _in_string(name: str, unit: Unit) -> Message | None:
    for node in _tree(unit).body:
        match node:
            case ast.Expr(value=ast.Constant(value=str(text), lineno=first)):
                if line := _gives(name, text, r"[ \t]*"):
                    return Message(
                        "{place} has `{text}`, but inside of a text in quotes",
                        place=place(unit, first + line - 1, alone=True),
                        text=line_of(unit, first + line - 1),
                    )
    return None


def _inside(name: str, unit: Unit) -> Message | None:
    """A definition in another function or a class, or in a block that was not entered."""
    for node, outer in _definitions(unit):
        if outer is None or name not in names.binds(node):
            continue
        facts = {
            "place": place(unit, node.lineno, alone=True),
            "text": line_of(unit, node.lineno),
            "outer": line_of(unit, outer.lineno),
            "line": outer.lineno,
        }
        if isinstance(outer, ast.Try | ast.TryStar):
            return Message(
                "{place} has `{text}`, but in a `try` (line {line}) that did not get so far, or "
                "failed there",
                **facts,
            )
        if isinstance(outer, names.Compound):
            return Message(
                "{place} has `{text}`, but under `{outer}` (line {line}), and that block was not "
                "executed",
                **facts,
            )
        return Message(
            "{place} has `{text}`, but inside of `{outer}` (line {line}), and its name is known "
            "only there; move it to the top level, without an indent",
            **facts,
        )
    return None


def _definitions(unit: Unit) -> Iterator[tuple[ast.stmt, _Outer | None]]:
    """Functions, classes, imports, each with what it stands in; in blocks assignments, too."""
    todo: list[tuple[ast.stmt, _Outer | None]] = [(node, None) for node in _tree(unit).body]
    while todo:
        node, outer = todo.pop(0)
        simple = not isinstance(node, names.Compound)
        defines = isinstance(node, names.Function | ast.ClassDef | ast.Import | ast.ImportFrom)
        if defines or (isinstance(outer, names.Compound) and simple):
            yield node, outer
        if isinstance(node, names.Function | ast.ClassDef):
            todo += [(child, node) for child in node.body]
        elif isinstance(node, names.Compound):
            inner = outer if isinstance(outer, names.Function | ast.ClassDef) else node
            todo += [(child, inner) for block in names.bodies(node) for child in block]


def _tree(unit: Unit) -> ast.Module:
    try:
        return ast.parse(unit.source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ast.Module([], [])  # that it can't be read is said elsewhere
