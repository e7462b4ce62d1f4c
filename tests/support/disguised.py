"""A made class: files by many hands, and copies of some of them in disguise.

**Honest files.** Each graded function of a file is taken from another hand: a file of right/ or of
wrong/, or a file of right/ with one change of `grader.build.mutation`. A hand is such a file; one
with a change in it is the same hand as without. No two honest files have more than a third of their
functions by the same hand, so that none of them is a copy by construction. Two changes of one right
file would be two hands in name alone: all but a line is the same, and who had handed both in would
have copied. That is why the hand counts and not the text.

The files of wrong/ were written beside the reference, and most of them are it but for one
expression; each is a hand of its own here. So honest files have far more in common than these
shares say, as the files of a class have.

**Copies.** An honest file in another dress: all of the student's own names are others, functions
and independent statements are in another order, `x += 1` and `x = x + 1` change places, the layout,
comments, docstrings and quotes are others, and half of them are notebooks with a cell, or several
cells, for each function, in any order. What disguises is written without a look at what finds it.
"""

import ast
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from grader.build.mutants import Mutant
from grader.build.mutation.source import Mutation, mutations
from grader.build.stand_ins import needed
from grader.course import Lesson
from grader.judge import Submission
from grader.judge.submission import parse_submission

WORDS = ("val", "res", "out", "tmp", "arr", "total", "item", "acc", "left", "data", "thing")
REMARKS = ("my own idea", "compute it", "see lecture", "this works", "check the shape", "done")


@dataclass(frozen=True)
class Hand:
    """A function as somebody wrote it: the statements that it needs."""

    name: str
    function: str
    source: str


@dataclass(frozen=True)
class MadeClass:
    """Sources by student, and who copied from whom."""

    works: dict[str, Submission]
    copies: frozenset[frozenset[str]]
    share: float
    """The largest part of their functions that two honest files have by the same hand."""


def made_class(
    lesson: Lesson, honest: int, copies: int, seed: int, *, mutants: bool = True
) -> MadeClass:
    """So many honest files, and a copy of each of so many of them.

    Without `mutants` it is made faster, of the files as they are.
    """
    rng = random.Random(f"{lesson.exercise.name} {seed}")
    right = lesson.solution_files("right") if mutants else []
    changes = {path: mutations(lesson, path) for path in right}
    hands = {name: _hands(lesson, name, changes, rng) for name in lesson.exercise.functions}
    files = list(_honest(hands, honest, rng))
    works, pairs = {}, set()
    sources = {}
    for number, chosen in enumerate(files):
        sources[f"h{number:03}"] = _file(chosen, rng)
    for name, source in sources.items():
        works[name] = _submission(lesson, source, notebook=rng.random() < 0.3, rng=rng)
    for number, original in enumerate(rng.sample(sorted(sources), copies)):
        name = f"c{number:03}"
        disguised = disguise(sources[original], lesson.exercise.functions, rng)
        works[name] = _submission(lesson, disguised, notebook=number % 2 == 0, rng=rng)
        pairs.add(frozenset((name, original)))
    largest = max(map(_shared, *zip(*_all_pairs(files), strict=True))) / len(hands)
    return MadeClass(works, frozenset(pairs), largest)


def _all_pairs(files: Sequence[Sequence[Hand]]) -> Iterator[tuple[Sequence[Hand], Sequence[Hand]]]:
    for place, one in enumerate(files):
        for other in files[:place]:
            yield one, other


def _shared(one: Sequence[Hand], other: Sequence[Hand]) -> int:
    return sum(mine.name == yours.name for mine, yours in zip(one, other, strict=True))


def _honest(
    hands: dict[str, list[Hand]], count: int, rng: random.Random
) -> Iterator[tuple[Hand, ...]]:
    """Files of which no two have more than a third of their functions by the same hand."""
    most = len(hands) // 3
    found: list[tuple[Hand, ...]] = []
    for _ in range(count * 200):
        chosen = tuple(rng.choice(each) for each in hands.values())
        if max(Counter(hand.name for hand in chosen).values()) > max(1, most):
            continue
        if all(_shared(chosen, other) <= most for other in found):
            found.append(chosen)
            yield chosen
            if len(found) == count:
                return
    raise ValueError(f"only {len(found)} files by different hands can be made")


def _hands(
    lesson: Lesson, function: str, changes: dict[Path, list[Mutation]], rng: random.Random
) -> list[Hand]:
    """All who wrote the function; of a right file also versions with one of its `changes`."""
    found = []
    for path in lesson.solution_files("right"):
        source = path.read_text("utf-8-sig")
        changed = [e.source for e in changes.get(path, ()) if e.functions == (function,)]
        versions = [source, *rng.sample(changed, min(3, len(changed)))]
        found += [Hand(f"right/{path.stem}", function, _needed(v, function)) for v in versions]
    for path in lesson.solution_files("wrong"):
        mutant = Mutant.read(lesson, path)
        if mutant.function == function:
            source = "\n".join(unit.source for unit in mutant.units)
            found.append(Hand(f"wrong/{path.stem}", function, _needed(source, function)))
    return [hand for hand in found if hand.source]


def _needed(source: str, function: str) -> str:
    body = [n for n in ast.parse(source).body if not isinstance(n, ast.Expr)]
    # A wrong file is read behind the reference: of two definitions the last one counts.
    last = {getattr(node, "name", number): number for number, node in enumerate(body)}
    body = [node for number, node in enumerate(body) if number in last.values()]
    return "\n".join(map(ast.unparse, needed(body, function)))


def _file(hands: Sequence[Hand], rng: random.Random) -> str:
    """The functions of a file, in any order, with the imports in front of them."""
    parts: dict[str, ast.stmt] = {}
    for hand in rng.sample(hands, len(hands)):
        for node in ast.parse(hand.source).body:
            beside = {each.function for each in hands} - {hand.function}
            if getattr(node, "name", "") not in beside:  # each is by its own hand
                parts.setdefault(ast.unparse(node), node)
    nodes = list(parts.values())
    imports: list[ast.stmt] = [n for n in nodes if isinstance(n, ast.Import | ast.ImportFrom)]
    others = [n for n in nodes if n not in imports]
    return "\n\n".join(map(ast.unparse, [*imports, *others])) + "\n"


def _submission(lesson: Lesson, source: str, *, notebook: bool, rng: random.Random) -> Submission:
    name = lesson.notebook_name if notebook else lesson.file_name
    text = _notebook(source, rng) if notebook else source
    return parse_submission(Path(name), text.encode(), siblings=False)


def _notebook(source: str, rng: random.Random) -> str:
    """The source as a notebook: a cell for each statement or for some, in any order."""
    body = ast.parse(source).body
    imports = [n for n in body if isinstance(n, ast.Import | ast.ImportFrom)]
    others = [n for n in body if n not in imports]
    rng.shuffle(others)
    cells = ["%matplotlib inline\n" + "\n".join(map(ast.unparse, imports))]
    for node in others:
        if rng.random() < 0.3:
            cells[-1] += "\n\n" + ast.unparse(node)
        else:
            cells.append(ast.unparse(node))
    told: list[dict[str, object]] = [
        {"cell_type": "code", "source": c, "outputs": [], "metadata": {}, "execution_count": None}
        for c in cells
    ]
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": told})


# --- disguise ---------------------------------------------------------------------------------


def disguise(source: str, asked: Sequence[str], rng: random.Random) -> str:
    """The same program in another dress."""
    tree = ast.parse(source)
    _Renamed(_own_names(tree, asked), rng).visit(tree)  # in place
    _Added(rng).visit(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.For | ast.With):
            node.body = _swapped(node.body, rng)
        if isinstance(node, ast.FunctionDef) and rng.random() < 0.7:
            node.body.insert(0, ast.Expr(ast.Constant(f"{rng.choice(REMARKS)}: {node.name}")))
    imports = [n for n in tree.body if isinstance(n, ast.Import | ast.ImportFrom)]
    defined = [n for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef)]
    others = [n for n in tree.body if n not in imports and n not in defined]
    rng.shuffle(defined)
    ast.fix_missing_locations(tree)
    return _laid_out("\n\n\n".join(map(ast.unparse, [*imports, *others, *defined])), rng)


def _own_names(tree: ast.Module, asked: Sequence[str]) -> tuple[set[str], set[str]]:
    """Variables and functions; and attributes that the file itself makes."""
    names, members = set(), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.arg):
            names.add(node.arg)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            members.add(node.attr)
        if isinstance(node, ast.ClassDef):
            methods = {each.name for each in node.body if isinstance(each, ast.FunctionDef)}
            members |= {name for name in methods if not name.startswith("__")}
    names = {name for name in names if not name.startswith("__")}
    return names - set(asked) - {"self"}, members - set(asked)


class _Renamed(ast.NodeTransformer):
    """Each own name becomes another one, everywhere."""

    def __init__(self, own: tuple[set[str], set[str]], rng: random.Random):
        names, members = own
        self.names = {
            name: f"{rng.choice(WORDS)}_{number}" if rng.random() < 0.6 else f"v{number}"
            for number, name in enumerate(sorted(names | members))
        }
        self.variables, self.members = names, members

    def visit(self, node: ast.AST) -> ast.AST:
        """Whatever has a name; a keyword only where one of these functions is called."""
        match node:
            case ast.Name(id=name) if name in self.variables:
                node.id = self.names[name]
            case ast.arg(arg=name) if name in self.variables:
                node.arg = self.names[name]
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) if name in self.names:
                node.name = self.names[name]
            case ast.ExceptHandler(name=str(name)) if name in self.variables:
                node.name = self.names[name]
            case ast.Attribute(attr=name) if name in self.members:
                node.attr = self.names[name]
            case ast.Call(func=ast.Name(id=name), keywords=keywords) if name in self.variables:
                for each in keywords:
                    each.arg = self.names.get(each.arg or "", each.arg)
        return super().visit(node)


class _Added(ast.NodeTransformer):
    """`x += 1` becomes `x = x + 1`, and the other way."""

    def __init__(self, rng: random.Random):
        self.rng = rng

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.stmt:
        """Written out, half of the time."""
        if not isinstance(node.target, ast.Name) or self.rng.random() < 0.5:
            return node
        read = ast.Name(node.target.id, ast.Load())
        return ast.Assign([node.target], ast.BinOp(read, node.op, node.value), lineno=0)

    def visit_Assign(self, node: ast.Assign) -> ast.stmt:
        """Shortened, where it can be."""
        match node:
            case ast.Assign(
                targets=[ast.Name(id=name) as target],
                value=ast.BinOp(left=ast.Name(id=same), op=op, right=right),
            ) if name == same:
                return ast.AugAssign(target, op, right, lineno=0)
        return node


def _swapped(body: list[ast.stmt], rng: random.Random) -> list[ast.stmt]:
    """Neighbours that assign different variables and don't use each other's change places."""
    body = list(body)
    for place in range(len(body) - 1):
        one, other = body[place], body[place + 1]
        if _is_plain(one) and _is_plain(other) and rng.random() < 0.6:
            mine, yours = _used(one), _used(other)
            if not mine[1] & (yours[0] | yours[1]) and not yours[1] & mine[0]:
                body[place], body[place + 1] = other, one
    return body


def _is_plain(node: ast.stmt) -> bool:
    return isinstance(node, ast.Assign) and all(isinstance(t, ast.Name) for t in node.targets)


def _used(node: ast.stmt) -> tuple[set[str], set[str]]:
    names = [each for each in ast.walk(node) if isinstance(each, ast.Name)]
    written = {each.id for each in names if isinstance(each.ctx, ast.Store)}
    return {each.id for each in names} - written, written


def _laid_out(source: str, rng: random.Random) -> str:
    """Other blank lines and comments, and double quotes."""
    lines = []
    for line in source.split("\n"):
        if line.strip() and rng.random() < 0.15:
            lines.append(f"{line[: len(line) - len(line.lstrip())]}# {rng.choice(REMARKS)}")
        if line.strip() and '"' not in line and "\\" not in line and line.count("'") == 2:
            line = line.replace("'", '"')
        lines.append(line)
        if rng.random() < 0.05:
            lines.append("")
    return "\n".join(lines)
