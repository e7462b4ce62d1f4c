"""A student's function, cut down to the fewest statements that still give the same wrong values."""

import ast
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from grader.build.adopting.ddmin import minimal
from grader.build.adopting.oracle import Oracle
from grader.build.adopting.pieces import at_level, levels, replaced, simpler, without
from grader.build.adopting.plain import plain, stripped, with_used_imports
from grader.build.adopting.vetted import Known, Word, strangers
from grader.course import Lesson
from grader.text import parse

MOST = 8_000
"""Characters of a function with what it needs; the record keeps no more."""


@dataclass(frozen=True)
class Cut:
    """What is left of a function. `strangers` are words in it that a person has to read.

    It `is_smallest` where no single statement can be left out; else it was asked too often before.
    """

    tree: ast.Module
    statements: int
    before: int
    asked: int
    is_smallest: bool
    strangers: tuple[Word, ...] = ()

    @property
    def code(self) -> str:
        """Its text, laid out as files of wrong/ are."""
        return laid_out(self.tree)


def cut_down(
    code: str, oracle: Oracle, signatures: Sequence[str], allowed: Collection[str] = ()
) -> Cut | None:
    """The function that the oracle wants, cut out of this code; None where the code does not do.

    Nothing of the code is executed here. It is parsed, as the worker has done before.
    """
    if len(code) >= MOST:
        return None
    lesson, function = oracle.lesson, oracle.wanted.function
    try:
        whole = stripped(parse(code), function, lesson.exercise.functions)
        if not oracle(whole):
            return None
        before = _count(whole)
        smallest = with_used_imports(_smallest(whole, oracle))
        named = plain(smallest, function, signatures)
        if not oracle.gives(laid_out(named)):
            return None
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    # Once more from its text, so that each word has its line there.
    tree = parse(laid_out(named))
    found = strangers(tree, known_of(lesson), allowed)
    return Cut(tree, _count(tree), before, oracle.asked, not oracle.spent, tuple(found))


def _smallest(tree: ast.Module, oracle: Oracle) -> ast.Module:
    """With fewer statements, then with plainer ones, until neither can be had."""
    while True:
        before = ast.dump(tree)
        tree = _fewest(tree, oracle)
        tree = _simplest(tree, oracle)
        if ast.dump(tree) == before:
            return tree


def _fewest(tree: ast.Module, oracle: Oracle) -> ast.Module:
    depth = 0
    while depth < levels(tree):
        items = at_level(tree, depth)

        tree = _with_fewest(items, tree, oracle)
        depth += 1
    return tree


def _with_fewest(items: list[ast.stmt], tree: ast.Module, oracle: Oracle) -> ast.Module:
    """The tree with the fewest of these statements of it.

    Imports stay: what the reference has imported would do in the place of a missing one.
    """
    items = [node for node in items if not isinstance(node, ast.Import | ast.ImportFrom)]

    def left(kept: list[ast.stmt]) -> ast.Module:
        return without(tree, [node for node in items if node not in kept])

    return left(minimal(items, lambda kept: oracle(left(kept))))


def _simplest(tree: ast.Module, oracle: Oracle) -> ast.Module:
    """Each node by less, where that does, until no single one can be."""
    found = True
    while found:
        found = False
        for instead in simpler(tree):
            other = replaced(tree, instead)
            if oracle(other):
                tree, found = other, True
                break
    return tree


def _count(tree: ast.Module) -> int:
    """How many statements a tree has, imports left out."""
    nodes = (node for node in ast.walk(tree) if isinstance(node, ast.stmt))
    return sum(not isinstance(node, ast.Import | ast.ImportFrom) for node in nodes)


def known_of(lesson: Lesson) -> Known:
    """What stands in the author's files of an exercise."""
    known = Known()
    paths = [lesson.reference, *lesson.solution_files("right"), *lesson.solution_files("wrong")]
    texts = [path.read_text(encoding="utf-8-sig") for path in paths]
    for text in (*texts, lesson.checks_source, *lesson.given.values()):
        known.add(parse(text))
    return known


def laid_out(tree: ast.Module) -> str:
    """The code with two empty lines around each definition."""
    text, before = "", ""
    for node in tree.body:
        kind = _kind(node)
        gap = "\n" if kind == before != "definition" else "\n\n\n"
        text += (gap if text else "") + ast.unparse(node)
        before = kind
    return text + "\n"


def _kind(node: ast.stmt) -> str:
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return "definition"
        case ast.Import() | ast.ImportFrom():
            return "import"
    return "other"
