"""From the reference to the right functions that may stand in for a student's wrong ones.

A function is cut out of the reference with what it needs and nothing else, without a comment or a
docstring, and its variables lose their names.
"""

import ast
import builtins
import symtable
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from grader.build.mutants import Mutant, unhurried
from grader.course import AnswerKey, KeyCheck, Lesson, StandIn
from grader.errors import SandboxError
from grader.judge import Credit, Examiner, Grading, Implementation, difference
from grader.report import Verdict
from grader.sandbox import Workers
from grader.text import parse
from grader.wire import CAN_NOT_LEND, pack_tree

_LOOKS = {"eval", "exec", "locals", "vars"}
"""Functions by which code may ask for a variable by its name."""

_Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def stand_ins(lesson: Lesson) -> dict[str, StandIn]:
    """The reference's graded functions that others of them use, each with all that it needs.

    So are those that a check uses beside the one that it grades. No class is among them: a
    student's own has more than was asked for, a default or a method that the rest of the file uses,
    and a right one in its place would lack that.
    """
    source = lesson.reference.read_text(encoding="utf-8-sig")
    functions = lesson.exercise.functions
    parts = {name: needed(parse(source).body, name) for name in functions}
    holds = {
        name: [f for f in functions if any(f in _binds(node) for node in nodes)]
        for name, nodes in parts.items()
    }
    used = {name for user, others in holds.items() for name in others if name != user}
    for check in lesson.exercise.checks:
        used |= set(lesson.uses.get(check.name, [])) - {check.function}
    classes = {n.name for n in parse(source).body if isinstance(n, ast.ClassDef)}
    return {
        name: StandIn(pack_tree(_bare(parts[name])), holds[name])
        for name in functions
        if name in used - classes
    }


def proven(
    lesson: Lesson, zygote: Workers, cases: Mapping[str, KeyCheck], examiner: Examiner
) -> dict[str, StandIn]:
    """Those of them with which the reference passes every check on the cases.

    A reference may be written so that what is cut out of it does not do the same: then nobody is
    lent that function, and `grader verify` says so.
    """
    return {
        name: stand_in
        for name, stand_in in stand_ins(lesson).items()
        if not failures(lesson, zygote, cases, examiner, {name: stand_in})
    }


def failures(
    lesson: Lesson,
    zygote: Workers,
    cases: Mapping[str, KeyCheck],
    examiner: Examiner,
    lent: Mapping[str, StandIn],
) -> list[str]:
    """The checks that the reference does not pass with these functions in the place of its own."""
    request = lesson.load_request(
        [lesson.unit(lesson.reference)],
        stand_ins={name: stand_in.tree for name, stand_in in lent.items()},
    )
    failed = []
    with Implementation(zygote, request, unhurried(lesson)) as reference:
        try:
            reference.load()
        except SandboxError as error:
            if error.messages[0].template == CAN_NOT_LEND:
                return [check.name for check in lesson.exercise.checks]
            raise
        for check in lesson.exercise.checks:
            asked = cases[check.name]
            outcomes = list(reference.outcomes(check, asked.cases))
            each = zip(asked.cases, asked.expected, outcomes, strict=False)
            if any(difference(e, o, check, case, examiner) for case, e, o in each):
                failed.append(check.name)
    return failed


def never_lent(lesson: Lesson, key: AnswerKey) -> list[str]:
    """Functions that others of the reference use, and that no student can be lent."""
    return [
        f"{name} is never lent to a student whose own is wrong, though others use it: cut out "
        "of the reference, it does not do what the reference does"
        for name in sorted(stand_ins(lesson).keys() - key.stand_ins.keys())
    ]


def costs_of_others(mistake: Mutant, grading: Grading) -> list[str]:
    """Checks of other functions, right by themselves, that fail because of a mistake."""
    results = [grading.grade(check) for check in grading.lesson.exercise.checks]
    with Credit(grading) as credit:
        results = credit.settled(results)
    return [
        f"wrong/{mistake.name}.py costs points of {result.name}, which is right by itself"
        for result in results
        if result.function != mistake.function and result.verdict is not Verdict.PASSED
    ]


def needed(body: Sequence[ast.stmt], name: str) -> list[ast.stmt]:
    """The statements, in order, that give the name and all that these use their values."""
    names, kept = {name}, set[int]()
    nodes = [node for node in body if not _is_main(node)]
    while True:
        before = len(kept)
        for node in nodes:
            wanted = _binds(node) | (_uses(node) if _changes(node) else set())
            if id(node) not in kept and (wanted & names or _is_future(node)):
                kept.add(id(node))
                names |= _globals(node)
        if len(kept) == before:
            return [node for node in nodes if id(node) in kept]


def _is_main(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and "__name__" in _uses(node.test)


def _is_future(node: ast.stmt) -> bool:
    return isinstance(node, ast.ImportFrom) and node.module == "__future__"


def _changes(node: ast.stmt) -> bool:
    """Whether it may change what another statement has bound: `TABLE.append(1)`."""
    match node:
        case ast.Assign(targets=targets):
            return not all(isinstance(target, ast.Name) for target in targets)
        case ast.AnnAssign(target=ast.Name()):
            return False
    return not isinstance(node, _Definition | ast.Import | ast.ImportFrom)


def _uses(node: ast.AST) -> set[str]:
    loaded = (n for n in ast.walk(node) if isinstance(n, ast.Name))
    return {name.id for name in loaded if isinstance(name.ctx, ast.Load)}


def _globals(node: ast.stmt) -> set[str]:
    """The names of the file that a statement uses; a parameter of that name is none."""
    if not isinstance(node, _Definition):
        return _uses(node)
    todo, found = [symtable.symtable(ast.unparse(node), "", "exec")], set[str]()
    while todo:
        table = todo.pop()
        todo += table.get_children()
        symbols = (s for s in table.get_symbols() if s.is_referenced())
        found |= {s.get_name() for s in symbols if s.is_global()}
    return found


def _binds(node: ast.stmt) -> set[str]:
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return {node.name}
        case ast.Import() | ast.ImportFrom():
            return {alias.asname or alias.name.partition(".")[0] for alias in node.names}
    stored = (n for n in ast.walk(node) if isinstance(n, ast.Name))
    return {name.id for name in stored if not isinstance(name.ctx, ast.Load)}


def _bare(body: Sequence[ast.stmt]) -> ast.Module:
    """A module of the statements without docstrings, in which variables of functions have numbers.

    Parameters keep their names, for a caller may use them.
    """
    module = ast.Module(list(body), type_ignores=[])
    for node in ast.walk(module):
        if isinstance(node, _Definition | ast.Module) and ast.get_docstring(node) is not None:
            node.body = node.body[1:] or [ast.Pass()]
    elsewhere = set(dir(builtins)).union(*map(_binds, body))
    numbers = count()
    for node in module.body:
        if isinstance(node, ast.FunctionDef) and _LOOKS.isdisjoint(_uses(node)):
            new = {old: f"_{next(numbers)}" for old in _variables(node) if old not in elsewhere}
            for part in ast.walk(node):
                if isinstance(part, ast.Name):
                    part.id = new.get(part.id, part.id)
    return module


def _variables(function: ast.FunctionDef) -> list[str]:
    """The names that are variables of the function alone, wherever they occur in it."""
    stored = [n.id for n in ast.walk(function) if isinstance(n, ast.Name) and _is_stored(n)]
    kept = set(_named_otherwise(function))
    return [name for name in dict.fromkeys(stored) if name not in kept]


def _is_stored(name: ast.Name) -> bool:
    return isinstance(name.ctx, ast.Store)


def _named_otherwise(function: ast.FunctionDef) -> Iterator[str]:
    """Names that stand in the function as more than names of variables."""
    for node in ast.walk(function):
        match node:
            case ast.arg(arg=name):
                yield name
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield node.name
                if isinstance(node, ast.ClassDef):  # there, they are attributes
                    yield from _binds(ast.If(ast.Constant(True), node.body, []))
            case ast.Global() | ast.Nonlocal():
                yield from node.names
            case ast.alias():
                yield node.asname or node.name.partition(".")[0]
            case ast.ExceptHandler(name=str(name)):
                yield name
            case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                yield name
            case ast.MatchMapping(rest=str(name)):
                yield name
