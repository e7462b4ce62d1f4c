"""The task in two languages: what it says of functions and checks, and that both say the same."""

import ast
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from grader.build.lint.faults import Fault
from grader.build.lint.files import CHINESE, READMES, Files
from grader.text import Message, parse

_ROW = re.compile(r"^\| *`(\w+)` *\| *([\d.]+) *\|")
_HEADING = re.compile(r"^(#{1,6}) +(.*\S)")
_CALL = re.compile(r"`(\w+)(\(.*\))`")


@dataclass
class Section:
    """A heading, and how much stands below it."""

    line: int
    level: int
    title: str
    rows: int = 0
    fences: int = 0

    @property
    def form(self) -> tuple[int, list[str]]:
        """What a heading is apart from its language: how deep, and the code in it."""
        return self.level, re.findall(r"`[^`]*`", self.title)


def tables(files: Files) -> Iterator[Fault]:
    """Each README has a table with a row for each check, with its points."""
    assert files.exercise is not None
    points = {check.name: float(check.points) for check in files.exercise.checks}
    for path in (files.lesson.folder / name for name in READMES):
        rows: dict[str, int] = {}
        for line, match in _rows(files.text(path), points):
            name, said = match[1], None
            if name in rows:
                said = Message("{name} has a second row", name=name)
            elif name not in points:
                said = Message("{name} is not the name of a check", name=name)
            elif float(match[2]) != points[name]:
                said = Message(
                    "{name} has {here} points here, and {there} in checks.py",
                    name=name,
                    here=match[2],
                    there=f"{points[name]:g}",
                )
            rows[name] = line
            if said is not None:
                yield Fault(path, line, said)
        if path not in files.broken:
            last = max(rows.values(), default=1)
            for name in (name for name in points if name not in rows):
                said = Message(
                    "the check {name} has no row: | `{name}` | {points} | ... |",
                    name=name,
                    points=f"{points[name]:g}",
                )
                yield Fault(path, last, said)


def _rows(text: str, names: Collection[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """The rows of tables of checks, with their lines: of those that name one at least."""
    table: list[tuple[int, re.Match[str]]] = []
    for number, line in enumerate([*text.splitlines(), ""], 1):
        if match := _ROW.match(line):
            table.append((number, match))
        elif not line.startswith("|"):
            if any(match[1] in names for _, match in table):
                yield from table
            table = []


def headings(files: Files) -> Iterator[Fault]:
    """Each README has a section for each graded function, under a heading that shows its call."""
    assert files.exercise is not None
    for path in (files.lesson.folder / name for name in READMES):
        found = {m[1]: s for s in _sections(files, path) if (m := _CALL.match(s.title))}
        if path in files.broken:
            continue
        for name in files.exercise.functions:
            wanted = _signature(files, name)
            shown = f"{name}({', '.join(wanted)})" if wanted is not None else f"{name}(...)"
            if name not in found or found[name].level != 2:
                said = Message("no section for {name}: ## `{shown}`", name=name, shown=shown)
                yield Fault(path, 1, said)
                continue
            match = _CALL.match(found[name].title)
            said_arguments = _parameters(match[2]) if match else None
            if None not in (wanted, said_arguments) and wanted != said_arguments:
                said = Message("the reference is called as {shown}", shown=shown)
                yield Fault(path, found[name].line, said)


def translated(files: Files) -> Iterator[Fault]:
    """The translation has the same sections, with as many rows of tables and blocks of code."""
    english, chinese = (_sections(files, files.lesson.folder / name) for name in READMES)
    path = files.lesson.folder / CHINESE
    if not english or path in files.broken:
        return
    if any(headings(files)):  # each README is told on its own which section it lacks
        return
    rows_are_told = any(tables(files))
    for one, other in zip(english, chinese, strict=False):
        said = None
        if one.form != other.form:
            said = Message(
                "README.md has another heading here (line {line}): {heading}",
                line=one.line,
                heading="#" * one.level + " " + one.title,
            )
        elif one.rows != other.rows and not rows_are_told:
            said = Message(
                "the tables of this section have {here} lines, and {there} in README.md",
                here=other.rows,
                there=one.rows,
            )
        elif one.fences != other.fences:
            said = Message(
                "this section has {here} blocks of code, and {there} in README.md",
                here=other.fences,
                there=one.fences,
            )
        if said is not None:
            yield Fault(path, other.line, said)
            return
    if len(english) != len(chinese):
        said = Message(
            "it has {here} headings, and README.md has {there}",
            here=len(chinese),
            there=len(english),
        )
        yield Fault(path, chinese[-1].line if chinese else 1, said)


def _sections(files: Files, path: Path) -> list[Section]:
    """The headings of a page that stand in no block of code."""
    found: list[Section] = []
    fence = ""
    for number, line in enumerate(files.text(path).splitlines(), 1):
        mark = re.match(r" *(```+|~~~+)", line)
        if mark and (not fence or mark[1].startswith(fence)):
            if not fence and found:
                found[-1].fences += 1
            fence = "" if fence else mark[1]
        elif not fence and (heading := _HEADING.match(line)):
            found.append(Section(number, len(heading[1]), heading[2]))
        elif not fence and found and line.startswith("|"):
            found[-1].rows += 1
    return found


def _signature(files: Files, name: str) -> list[str] | None:
    """The parameters of the reference's function, or of its class's `__init__`."""
    tree = files.tree(files.lesson.reference)
    for node in tree.body if tree else ():
        if isinstance(node, ast.FunctionDef) and node.name == name:
            return _named(node.args)
        if isinstance(node, ast.ClassDef) and node.name == name:
            for each in node.body:
                if isinstance(each, ast.FunctionDef) and each.name == "__init__":
                    return _named(each.args)[1:]
    return None


def _parameters(call: str) -> list[str] | None:
    """The parameters in the parentheses of a heading; None where it is no Python."""
    try:
        (node,) = parse(f"def f{call}: pass").body
    except SyntaxError:
        return None
    return _named(node.args) if isinstance(node, ast.FunctionDef) else None


def _named(arguments: ast.arguments) -> list[str]:
    each = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    return [argument.arg for argument in each]
