"""All changes of one file: each is a text of its own, with a name by which it is found again."""

import ast
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from grader.build.mutation import calls as _calls
from grader.build.mutation import expressions as _expressions
from grader.build.mutation.changes import EXPRESSIONS
from grader.build.mutation.places import Text, expressions, is_told
from grader.build.mutation.statements import Edit, edits, items_swapped
from grader.build.stand_ins import needed
from grader.course import Lesson
from grader.judge import Submission, read_submission
from grader.text import parse, source_lines
from grader.wire import Unit

assert _calls and _expressions  # they add themselves to the kinds of changes


_GIVES = (
    *(ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef),
    *(ast.Assign, ast.AnnAssign, ast.Import, ast.ImportFrom),
)
"""Statements at the top level of a file that give a name its value, and do nothing else."""


@dataclass(frozen=True)
class Mutation:
    """A file with one change.

    `path` is the file, `change` the kind. `functions` is the graded one that is changed or, where
    it is none of them, those that need what is changed. `before` and `after` are the lines that
    differ, from `line` on.
    """

    id: str
    path: Path
    change: str
    functions: tuple[str, ...]
    line: int
    before: str
    after: str
    source: str

    @property
    def where(self) -> str:
        """The file and the line: `right/loops.py, line 12`."""
        inside = f"{self.path.parent.name}/" if self.path.parent.name == "right" else ""
        return f"{inside}{self.path.name}, line {self.line}"

    def submission(self) -> Submission:
        """The changed file, as it would be handed in."""
        return handed_in(self.path, self.source)

    @property
    def diff(self) -> str:
        """What is changed, as lines with - and +."""
        old, new = source_lines(self.before), source_lines(self.after)
        many = [f",{len(lines)}" if len(lines) != 1 else "" for lines in (old, new)]
        head = f"@@ -{self.line}{many[0]} +{self.line}{many[1]} @@"
        return "\n".join([head, *(f"-{line}" for line in old), *(f"+{line}" for line in new)])


def handed_in(path: Path, source: str) -> Submission:
    """A file with another source, as it would be handed in."""
    whole = read_submission(path)
    (unit,) = whole.units
    return Submission(whole.name, (Unit(unit.label, source),), whole.siblings)


def mutations(lesson: Lesson, path: Path) -> list[Mutation]:
    """All changes of a file, each once, in the order in which they stand in it."""
    submission = read_submission(path)
    if len(submission.units) != 1:
        return []  # it could not be decoded
    source = submission.units[0].source
    text, tree = Text(source), parse(source, str(path))
    # What a loop or a call at the top level does for a graded function is seldom what is asked.
    body = [node for node in tree.body if isinstance(node, _GIVES)]
    needs = {f: {id(n) for n in needed(body, f)} for f in lesson.exercise.functions}
    found: dict[str, Mutation] = {}
    for node in body:
        users = tuple(f for f, those in needs.items() if id(node) in those)
        if not users or is_told(node):
            continue
        if (own := getattr(node, "name", "")) in users:
            users = (own,)
        for edit in _of(node, text, libraries(tree)):
            made = _made(lesson, path, text, users, edit)
            found.setdefault(made.id, made)
    return list(found.values())


def libraries(tree: ast.Module) -> dict[str, str]:
    """The names by which the file knows NumPy and TensorFlow."""
    aliases = (a for n in tree.body if isinstance(n, ast.Import) for a in n.names)
    return {a.name: a.asname or a.name for a in aliases}


def _made(lesson: Lesson, path: Path, text: Text, users: tuple[str, ...], edit: Edit) -> Mutation:
    change, start, end, new = edit
    source = text.source[:start] + new + text.source[end:]
    first, last = text.lines(start, max(start, end - 1) if not new else end)
    before, after = text.source[first:last], text.source[first:start] + new + text.source[end:last]
    parts = [
        lesson.exercise.name,
        path.parent.name,
        path.name,
        str(text.line(start)),
        before,
        after,
    ]
    name = hashlib.sha256("\0".join(parts).encode()).hexdigest()[:8]
    return Mutation(name, path, change, users, text.line(first), before, after, source)


def _of(node: ast.stmt, text: Text, known: dict[str, str]) -> Iterator[Edit]:
    """The changes of a top-level statement. Two that give the same tree are one."""
    start, end = text.span(node)
    seen = {ast.dump(node)}

    def tree(edit: Edit) -> str:
        _, first, last, new = edit
        changed = text.source[start:first] + new + text.source[last : max(end, last)]
        try:
            body = parse(changed).body
        except SyntaxError:
            return ""
        return ast.dump(body[0]) if len(body) == 1 else ""

    for edit, wanted in _candidates(node, text, known):
        found = tree(edit)
        if wanted and found != wanted:
            change, first, last, new = edit
            edit = change, first, last, f"({new})"
            found = tree(edit)
        if found and (not wanted or found == wanted) and found not in seen:
            seen.add(found)
            yield edit


def _candidates(node: ast.stmt, text: Text, known: dict[str, str]) -> Iterator[tuple[Edit, str]]:
    """Each change, and the tree that the statement should have then, where that is known."""
    for expression, place in expressions(node, known):
        for name, changes in EXPRESSIONS.items():
            for change in changes:
                for new in change(expression, place):
                    wanted = _replaced(node, place.parent, expression, new)
                    start, end = text.span(expression)
                    yield (name, start, end, ast.unparse(new)), wanted
        for edit in items_swapped(expression, text):
            yield edit, ""
    for edit in edits(node, text):
        yield edit, ""


def _replaced(node: ast.stmt, parent: ast.AST, old: ast.expr, new: ast.expr) -> str:
    """The tree of the statement with another expression in one place."""
    for field, value in ast.iter_fields(parent):
        if value is old:
            setattr(parent, field, new)
            found = ast.dump(node)
            setattr(parent, field, old)
            return found
        if isinstance(value, list) and any(item is old for item in value):
            i = next(i for i, item in enumerate(value) if item is old)
            value[i] = new
            found = ast.dump(node)
            value[i] = old
            return found
    raise AssertionError("an expression is a part of its parent")
