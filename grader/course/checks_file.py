"""Read a checks.py on the host, without the framework; and its text, for those who show it."""

import ast
import builtins
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from grader.authoring import Exercise
from grader.course.syntax import parse
from grader.errors import AuthorError

FRAMEWORKS = ("tensorflow", "keras")


class _Stand:
    """Stands in for a framework while checks.py is read: any attribute, used only in a worker."""

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
            return args[0]  # a decorator, @tf.function say: what it decorates runs in a worker
        raise AuthorError(
            "checks.py calls {name} when it is imported; call it in a check", name=self._name
        )


def load_exercise(path: Path, source: str) -> Exercise:
    """Execute a checks.py on the host, where neither the framework nor given modules exist.

    An author writes `import tensorflow as tf` at the top, as anyone would; that import would
    cost the host seconds. This file alone sees an import statement that hands out a stand-in.
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
        "__builtins__": vars(builtins) | {"__import__": import_light},
    }
    try:
        exec(compile(source, str(path), "exec", dont_inherit=True), namespace)
    except AuthorError as error:
        raise AuthorError("{folder}/{error}", folder=path.parent.name, error=error) from None
    except Exception as error:  # an author's file may raise anything
        raise AuthorError(
            "{path}: {type}: {error}", path=path, type=type(error).__name__, error=error
        ) from error
    exercise = namespace.get("exercise")
    if not isinstance(exercise, Exercise) or not exercise.checks:
        raise AuthorError("{path}: defines no `exercise = Exercise(...)` with checks", path=path)
    if path.parent.name.split("_")[0] != exercise.name:
        raise AuthorError(
            "{path}: Exercise({exercise}) stands in {folder}/",
            path=path,
            exercise=repr(exercise.name),
            folder=path.parent.name,
        )
    return exercise


def definition_of(source: str, check: str) -> tuple[ast.FunctionDef, list[ast.stmt]]:
    """A check's definition in the text of checks.py, and the imports and helpers that it uses."""
    body = parse(source).body
    for node in body:
        if isinstance(node, ast.FunctionDef) and node.name == check:
            return node, _used(node, [other for other in body if other is not node])
    raise AuthorError("checks.py: {check} is not defined at the top level", check=check)


def _used(node: ast.FunctionDef, others: list[ast.stmt]) -> list[ast.stmt]:
    """The statements that bind names which the function's body loads, directly or not.

    Imports of tf and np are left out: whoever shows the code adds them where they are needed.
    """
    named: set[str] = set()
    for statement in node.body:
        named |= {n.id for n in ast.walk(statement) if isinstance(n, ast.Name)}
    found: list[ast.stmt] = []
    for other in reversed(others):
        match other:
            case ast.FunctionDef() if other.name in named:
                found.append(other)
                named |= {n.id for n in ast.walk(other) if isinstance(n, ast.Name)}
            case ast.Import() if any(
                (alias.asname or alias.name) in named - {"tf", "np"} for alias in other.names
            ):
                found.append(other)
            case ast.ImportFrom() if any(alias.name in named for alias in other.names):
                found.append(other)
    return found[::-1]
