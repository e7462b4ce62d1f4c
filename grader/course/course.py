"""Find the exercises, load their checks, and pair them with their solutions."""

import ast
import builtins
import difflib
import hashlib
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from grader.authoring.exercise import Exercise
from grader.errors import AuthorError, UsageError
from grader.course.syntax import parse
from grader.wire.messages import Load, Unit

FRAMEWORKS = ("tensorflow", "keras")


@dataclass(frozen=True)
class Course:
    """A folder with `exercises/`, and `solutions/` where an instructor works."""

    root: Path

    @property
    def folders(self) -> dict[str, Path]:
        """The exercises' folders by name: `ex1` is exercises/ex1_logistic."""
        found = sorted(path.parent for path in (self.root / "exercises").glob("*/checks.py"))
        return {folder.name.split("_")[0]: folder for folder in found}

    def lesson(self, name: str) -> "Lesson":
        """The exercise called `name`: ex1, ex1_logistic, or a path to its folder."""
        folders = self.folders
        wanted = Path(name).name
        for short, folder in folders.items():
            if wanted in (short, folder.name):
                return Lesson(folder, self.root / "solutions" / folder.name)
        close = difflib.get_close_matches(wanted, folders, n=1, cutoff=0.3)
        advice = f"did you mean {close[0]}? " if close else ""
        known = ", ".join(folders) or "none"
        raise UsageError(f"there is no exercise {name!r}: {advice}(exercises here: {known})")


@dataclass(frozen=True)
class Material:
    """What grading an exercise takes beside its key, as it can be sent to another machine."""

    folder: str
    files: tuple[tuple[str, bytes], ...]

    @property
    def version(self) -> str:
        """A digest: with another one, a submission may be graded differently."""
        digest = hashlib.sha256()
        for name, data in self.files:
            digest.update(f"{name} {len(data)}\n".encode() + data)
        return digest.hexdigest()[:16]

    def lesson(self) -> "Lesson":
        """The exercise, where it has no folder; it keeps none."""
        with tempfile.TemporaryDirectory(prefix="grader-") as place:
            folder = Path(place) / self.folder
            folder.mkdir()
            for name, data in self.files:
                (folder / name).write_bytes(data)
            lesson = Lesson(folder, Path(place) / "solutions")
            # All that it would read later.
            assert lesson.exercise and lesson.given is not None and not lesson.has_solution
        return lesson


@dataclass(frozen=True)
class Lesson:
    """An exercise's folder and, where it exists, its solution's."""

    folder: Path
    solution: Path

    @cached_property
    def checks_source(self) -> str:
        """The text of checks.py."""
        return (self.folder / "checks.py").read_text(encoding="utf-8")

    @cached_property
    def exercise(self) -> Exercise:
        """What checks.py defines, read without importing the framework."""
        return load_exercise(self.folder / "checks.py", self.checks_source)

    @property
    def key_path(self) -> Path:
        """Where the public answer key lies."""
        return self.folder / "answers.key"

    @property
    def file_name(self) -> str:
        """The name of the file that a student writes."""
        return f"{self.exercise.module}.py"

    @property
    def notebook_name(self) -> str:
        """The name of the notebook that a student may write instead."""
        return f"{self.exercise.module}.ipynb"

    @property
    def reference(self) -> Path:
        """The reference solution (it may not be here)."""
        return self.solution / self.file_name

    @property
    def inputs(self) -> Path:
        """The strategies of the solution (they may not be here)."""
        return self.solution / "inputs.py"

    @cached_property
    def given(self) -> dict[str, str]:
        """The sources of the modules that the exercise gives, by module name."""
        files = {name: self.folder / f"{name}.py" for name in self.exercise.given}
        return {name: path.read_text(encoding="utf-8") for name, path in files.items()}

    @property
    def material(self) -> Material:
        """Its files that a judge elsewhere needs."""
        names = ["checks.py", *(f"{name}.py" for name in self.exercise.given)]
        files = tuple((name, (self.folder / name).read_bytes()) for name in sorted(names))
        return Material(self.folder.name, files)

    @cached_property
    def has_solution(self) -> bool:
        """Whether the reference is at hand."""
        return self.reference.is_file() and self.inputs.is_file()

    def load(
        self, units: Iterable[Unit], siblings: dict[str, str] | None = None, seed: int = 0
    ) -> Load:
        """The request that has a worker load sources as an implementation of this exercise."""
        return Load(
            self.exercise.module,
            list(units),
            self.exercise.graded,
            self.checks_source,
            self.given,
            siblings or {},
            seed,
        )

    def unit(self, path: Path) -> Unit:
        """A file of the solution as a unit."""
        return Unit(path.name, path.read_text(encoding="utf-8-sig"))

    def solution_files(self, kind: str) -> list[Path]:
        """The files in `right` or `wrong`, by name."""
        return sorted((self.solution / kind).glob("*.py"))


def find(start: Path) -> Course:
    """The course that `start` stands in, else the exercises that came with the package."""
    for folder in (start, *start.parents):
        if any((folder / "exercises").glob("*/checks.py")):
            return Course(folder)
    package = Path(__file__).resolve().parent
    for root in (package, package.parent):
        if any((root / "exercises").glob("*/checks.py")):
            return Course(root)
    raise UsageError(f"no exercises/ folder in {start} or above it; run this inside a course")


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
        raise AuthorError(f"checks.py calls {self._name} when it is imported; call it in a check")


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
        raise AuthorError(f"{path.parent.name}/{error}") from None
    except Exception as error:  # an author's file may raise anything
        raise AuthorError(f"{path}: {type(error).__name__}: {error}") from error
    exercise = namespace.get("exercise")
    if not isinstance(exercise, Exercise) or not exercise.checks:
        raise AuthorError(f"{path}: defines no `exercise = Exercise(...)` with checks")
    if path.parent.name.split("_")[0] != exercise.name:
        raise AuthorError(f"{path}: Exercise({exercise.name!r}) stands in {path.parent.name}/")
    return exercise


def definition_of(source: str, check: str) -> tuple[ast.FunctionDef, list[ast.stmt]]:
    """A check's definition in the text of checks.py, and the imports and helpers that it uses."""
    body = parse(source).body
    for node in body:
        if isinstance(node, ast.FunctionDef) and node.name == check:
            return node, _used(node, [other for other in body if other is not node])
    raise AuthorError(f"checks.py: {check} is not defined at the top level")


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
