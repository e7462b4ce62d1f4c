"""Read a checks.py on the host, without the framework; and find a check's text in it."""

import ast
import builtins
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from traceback import walk_tb
from typing import Any

from grader.authoring import Exercise
from grader.errors import AuthorError
from grader.text import parse
from grader.wire import DATA_FOLDER

FRAMEWORKS = ("tensorflow", "keras")


class _Stand:
    """Stands in for a framework while checks.py is read. It has every attribute, and no use."""

    def __init__(self, name: str):
        self._name = name

    def __getattr__(self, attribute: str) -> "_Stand":
        if attribute.startswith("__"):
            raise AttributeError(attribute)
        return _Stand(f"{self._name}.{attribute}")

    def __mro_entries__(self, bases: object) -> tuple[type, ...]:
        return ()

    def __call__(self, *args: Any, **options: Any) -> Any:
        if len(args) == 1 and callable(args[0]) and not options:
            return args[0]  # a decorator like @tf.function: what it decorates runs in a worker
        raise AuthorError(
            "checks.py calls {name} when it is imported; call it in a check", name=self._name
        )


def load_exercise(path: Path, source: str) -> Exercise:
    """What a checks.py defines as `exercise`; raises AuthorError for one that can't be used."""
    exercise = _executed(path, source).get("exercise")
    if not isinstance(exercise, Exercise) or not exercise.checks:
        raise AuthorError("{path}: defines no `exercise = Exercise(...)` with checks", path=path)
    if path.parent.name.split("_")[0] != exercise.name:
        raise AuthorError(
            "{path}: Exercise({exercise}) does not have the name of its folder {folder}/",
            path=path,
            exercise=repr(exercise.name),
            folder=path.parent.name,
        )
    _must_be_graded(path, source, exercise)
    return exercise


def _executed(path: Path, source: str) -> dict[str, Any]:
    """The names of a checks.py, executed on the host without the framework and given modules.

    An author writes `import tensorflow as tf` at the top, and that import would take seconds. For
    this file alone, the import statement returns a stand-in.
    """
    local = {other.stem for other in path.parent.glob("*.py")}

    def import_light(
        name: str,
        globals: Mapping[str, object] | None = None,
        locals: Mapping[str, object] | None = None,
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> Any:
        top = name.split(".")[0]
        if top in FRAMEWORKS or top in local:
            return _Stand(name if fromlist else top)
        return builtins.__import__(name, globals, locals, fromlist or (), level)

    namespace: dict[str, Any] = {
        "__name__": "checks",
        "__file__": str(path),
        DATA_FOLDER: str(path.parent),
        "__builtins__": vars(builtins) | {"__import__": import_light},
    }
    try:
        exec(compile(source, str(path), "exec", dont_inherit=True), namespace)
    except AuthorError as error:
        said = AuthorError(
            "{folder}/checks.py, line {line}: {error}",
            folder=path.parent.name,
            line=line_in(path, error),
            error=str(error).removeprefix("checks.py: "),
        )
        said.line = line_in(path, error)
        raise said from None
    except Exception as error:  # an author's file may raise anything
        said = AuthorError(
            "{path}, line {line}: {type}: {error}",
            path=path,
            line=line_in(path, error),
            type=type(error).__name__,
            error=error.msg if isinstance(error, SyntaxError) else error,
        )
        said.line = line_in(path, error)
        raise said from error
    return namespace


def line_in(path: Path, error: BaseException) -> int:
    """The line of a file in which an exception came up; 0 where none of it took part."""
    if isinstance(error, SyntaxError) and error.filename == str(path):
        return error.lineno or 0
    frames = walk_tb(error.__traceback__)
    lines = [number for frame, number in frames if frame.f_code.co_filename == str(path)]
    return lines[-1] if lines else 0


def uses(source: str, exercise: Exercise) -> dict[str, list[str]]:
    """The graded functions that each check uses, itself or by a helper, as `student.f`."""
    found: dict[str, list[str]] = {}
    for check, nodes in _definitions(source, exercise):
        student = nodes[0].args.args[0].arg
        used = [name for node in nodes for name in _taken(node, student)]
        found[check] = [name for name in exercise.functions if name in used]
    return found


def _must_be_graded(path: Path, source: str, exercise: Exercise) -> None:
    """Raise AuthorError for a check that uses a function which no check grades.

    A student is asked for the graded ones alone, and no others are taken out of a file.
    """
    for check, nodes in _definitions(source, exercise):
        student = nodes[0].args.args[0].arg
        for name in _taken(nodes[0], student):
            if name not in exercise.functions and not name.startswith("__"):
                error = AuthorError(
                    "{path}: {check} uses {student}.{name}, and no check grades {name}; write a "
                    "check for it, or put it into {check} or into a helper of checks.py",
                    path=path,
                    check=check,
                    student=student,
                    name=name,
                )
                error.line = nodes[0].lineno
                raise error


def _definitions(
    source: str, exercise: Exercise
) -> Iterator[tuple[str, tuple[ast.FunctionDef, *tuple[ast.stmt, ...]]]]:
    """Each check that is defined at the top level, with the statements that it needs."""
    body = parse(source).body
    names = {check.name for check in exercise.checks}
    for node in body:
        if isinstance(node, ast.FunctionDef) and node.name in names and node.args.args:
            yield node.name, (node, *_used(node, [other for other in body if other is not node]))


def _taken(node: ast.stmt, student: str) -> list[str]:
    """The names that are asked of the student in a statement, in no order."""
    return [
        each.attr
        for each in ast.walk(node)
        if isinstance(each, ast.Attribute)
        and isinstance(each.value, ast.Name)
        and each.value.id == student
    ]


def definition_of(source: str, check: str) -> tuple[ast.FunctionDef, list[ast.stmt]]:
    """A check's definition in the text of checks.py, and the imports and helpers that it uses."""
    body = [_without_checks(node) for node in parse(source).body]
    for node in body:
        if isinstance(node, ast.FunctionDef) and node.name == check:
            return node, _used(node, [other for other in body if other is not node])
    raise AuthorError("checks.py: {check} is not defined at the top level", check=check)


def _without_checks(node: ast.stmt) -> ast.stmt:
    """A definition that is no check any more: another check may call it."""
    if isinstance(node, ast.FunctionDef):
        node.decorator_list = [d for d in node.decorator_list if "exercise" not in _loaded(d)]
    return node


def _used(node: ast.FunctionDef, others: list[ast.stmt]) -> list[ast.stmt]:
    """The statements that give their values to names which the body loads, directly or not.

    Functions, classes, constants, what fills these later, and imports, in their order. Imports of
    tf and np are left out: `judge.snippet` adds them where the code needs them.
    """
    named = set().union(*map(_loaded, node.body))
    found: set[int] = set()
    while new := [
        place
        for place, other in enumerate(others)
        if place not in found and _bound(other) & (named - {"tf", "np", "exercise"})
    ]:
        found.update(new)
        named = named.union(*(_loaded(others[place]) for place in new))
    return [other for place, other in enumerate(others) if place in found]


def _loaded(node: ast.AST) -> set[str]:
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}


def _bound(node: ast.stmt) -> set[str]:
    """The names to which a top-level statement gives a value, or whose value it changes."""
    match node:
        case ast.FunctionDef() | ast.ClassDef():
            return {node.name}
        case ast.Import() | ast.ImportFrom():
            return {alias.asname or alias.name.partition(".")[0] for alias in node.names}
        case ast.If() if "__name__" in _loaded(node.test):
            return set()
    return {name for part in ast.walk(node) if (name := _changed(part))}


def _changed(part: ast.AST) -> str:
    """The name that a part of a statement binds, or of whose value it changes something."""
    match part:
        case ast.Name(ctx=ast.Store()):
            return part.id
        case ast.Attribute(ctx=ast.Store()) | ast.Subscript(ctx=ast.Store()):
            return _root(part)
        case ast.Expr(value=ast.Call(func=ast.Attribute() as method)):  # TABLE.append(1)
            return _root(method)
    return ""


def _root(node: ast.expr) -> str:
    """The name at the left end: `a` of a.b[0].c."""
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""
