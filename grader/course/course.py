"""Find the exercises, load their checks, and pair them with their solutions."""

import difflib
import hashlib
import re
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from grader.authoring import Exercise
from grader.course.checks_file import load_exercise
from grader.errors import AuthorError, UsageError
from grader.text import Message
from grader.wire import Load, Unit


@dataclass(frozen=True)
class Course:
    """A folder with `exercises/`, and `solutions/` where an instructor works."""

    root: Path

    @property
    def folders(self) -> dict[str, Path]:
        """The exercises' folders by name, in order: `ex1` is exercises/ex1_logistic."""
        found = [path.parent for path in (self.root / "exercises").glob("*/checks.py")]
        found.sort(key=_in_numeric_order)
        return {folder.name.split("_")[0]: folder for folder in found}

    def lesson(self, name: str) -> "Lesson":
        """The exercise called `name`: ex1, ex1_logistic, or a path to its folder."""
        folders = self.folders
        wanted = Path(name).name
        for short, folder in folders.items():
            if wanted in (short, folder.name):
                return Lesson(folder, self.root / "solutions" / folder.name)
        close = difflib.get_close_matches(wanted, folders, n=1, cutoff=0.3)
        known = ", ".join(folders) or Message("none")
        if close:
            raise UsageError(
                "there is no exercise {name}: did you mean {close}? (exercises here: {known})",
                name=repr(name),
                close=close[0],
                known=known,
            )
        raise UsageError(
            "there is no exercise {name} (exercises here: {known})", name=repr(name), known=known
        )


def _in_numeric_order(folder: Path) -> list[tuple[int, str]]:
    """For sorting: ex2 comes before ex10."""
    parts = re.findall(r"(\d+)|(\D+)", folder.name)
    return [(int(number or 0), word) for number, word in parts]


@dataclass(frozen=True)
class Material:
    """What grading an exercise needs beside its key, as it can be sent to another machine."""

    folder: str
    files: tuple[tuple[str, bytes], ...]

    @property
    def version(self) -> str:
        """A digest. Where it is another one, a submission may be graded differently."""
        digest = hashlib.sha256()
        for name, data in self.files:
            digest.update(f"{name} {len(data)}\n".encode() + data)
        return digest.hexdigest()[:16]

    def lesson(self) -> "Lesson":
        """The exercise, on a machine where it has no folder."""
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
    def private(self) -> list[Path]:
        """The folders that no student's code may look into."""
        return [self.folder.parents[1], self.solution.parent]

    @property
    def file_name(self) -> str:
        """The name of the file that a student writes."""
        return f"{self.exercise.module}.py"

    @property
    def notebook_name(self) -> str:
        """The name of the notebook that a student may write in its place."""
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
        """The sources of the given modules, by module name."""
        files = {name: self.folder / f"{name}.py" for name in self.exercise.given}
        for name, path in files.items():
            if not path.is_file():
                raise AuthorError(
                    "checks.py gives the module {name}, and there is no {path}; "
                    "write it, or run `grader build {exercise}` where it is a shared one",
                    name=name,
                    path=path,
                    exercise=self.exercise.name,
                )
        return {name: path.read_text(encoding="utf-8") for name, path in files.items()}

    @property
    def shared(self) -> dict[Path, Path]:
        """The given modules that lie in `exercises/shared/`: the copy of each here, and its source.

        `grader build` copies them.
        """
        sources = {
            name: self.folder.parent / "shared" / f"{name}.py" for name in self.exercise.given
        }
        return {
            self.folder / source.name: source for source in sources.values() if source.is_file()
        }

    @property
    def material(self) -> Material:
        """Its files that a judge on another machine needs."""
        names = ["checks.py", *(f"{name}.py" for name in self.exercise.given)]
        files = tuple((name, (self.folder / name).read_bytes()) for name in sorted(names))
        return Material(self.folder.name, files)

    @cached_property
    def has_solution(self) -> bool:
        """Whether the reference is at hand."""
        return self.reference.is_file() and self.inputs.is_file()

    def load_request(
        self, units: Iterable[Unit], siblings: dict[str, str] | None = None, seed: int = 0
    ) -> Load:
        """The request that has a worker load sources as an implementation of this exercise."""
        return Load(
            self.exercise.module,
            list(units),
            self.exercise.functions,
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
    """The course whose folder contains `start`, else the exercises that came with the package."""
    for folder in (start, *start.parents):
        if any((folder / "exercises").glob("*/checks.py")):
            return Course(folder)
    package = Path(__file__).resolve().parents[1]
    for root in (package, package.parent):
        if any((root / "exercises").glob("*/checks.py")):
            return Course(root)
    raise UsageError(
        "no exercises/ folder in {start} or above it; run this inside a course", start=start
    )
