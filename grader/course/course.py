"""Find the exercises, load their checks, and pair them with their solutions."""

import difflib
import hashlib
import os
import re
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from grader.authoring import MIB, Exercise
from grader.course.checks_file import load_exercise, uses
from grader.course.path import all_before, in_order
from grader.errors import AuthorError, UsageError
from grader.text import Message
from grader.wire import Load, Unit

MOST_DATA = 16 * MIB
"""Bytes that an exercise's data files may have in all: each worker is sent all of them."""

_PACKAGE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Course:
    """A folder with `exercises/`, and `solutions/` where an instructor works.

    `origin` is what a report says of where the course is from; None for the package's own.
    """

    root: Path
    origin: Message | None = None

    @property
    def folders(self) -> dict[str, Path]:
        """The exercises' folders by name, in order: `ex1` is exercises/ex1_logistic.

        Raises AuthorError for two that have one name: one of them would be hidden.
        """
        found = [path.parent for path in (self.root / "exercises").glob("*/checks.py")]
        found.sort(key=_by_number)
        folders: dict[str, Path] = {}
        for folder in found:
            other = folders.setdefault(_short(folder), folder)
            if other != folder:
                raise AuthorError(
                    "{first}/ and {second}/ in {exercises} are both called {name}: "
                    "the part before the first _ names an exercise; rename one of them",
                    first=other.name,
                    second=folder.name,
                    exercises=folder.parent,
                    name=_short(folder),
                )
        return folders

    @property
    def path(self) -> "list[Lesson]":
        """The exercises in the order in which they are to be done.

        Raises AuthorError where what comes before an exercise is none, or comes after it.
        """
        before = {name: self.before(name) for name in self.folders}
        return [self.lesson(name) for name in in_order(before)]

    def before(self, name: str) -> set[str]:
        """The exercises that come before this one; raises AuthorError as `path` does."""
        return all_before(name, lambda other: self.lesson(other).exercise.after, self.folders)

    def has(self, name: str) -> bool:
        """Whether there is an exercise that `lesson` would find. Nothing of it is executed."""
        folders = [path.parent for path in (self.root / "exercises").glob("*/checks.py")]
        return any(Path(name).name in (_short(folder), folder.name) for folder in folders)

    def lesson(self, name: str) -> "Lesson":
        """The exercise called `name`: ex1, ex1_logistic, or a path to its folder."""
        folders = self.folders
        wanted = Path(name).name
        for short, folder in folders.items():
            if wanted in (short, folder.name):
                _must_be_here(name, folder)
                return Lesson(folder, self.root / "solutions" / folder.name, self.origin)
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


def _short(folder: Path) -> str:
    """An exercise's name, by its folder."""
    return folder.name.split("_")[0]


def _must_be_here(name: str, folder: Path) -> None:
    """Raise UsageError where `name` is a path that leads to another folder of that name."""
    named = Path(name)
    if len(named.parts) > 1 and named.is_dir() and not named.samefile(folder):
        raise UsageError(
            "{name} is not in the course {course}; name its course: --course DIR",
            name=name,
            course=folder.parents[1],
        )


def _by_number(folder: Path) -> tuple[bool, list[tuple[int, str]], str]:
    """For sorting: ex2 comes before ex10, and a name without a number after both."""
    parts = re.findall(r"(\d+)|(\D+)", _short(folder))
    in_turn = [(int(number or 0), word) for number, word in parts]
    return not any(number for number, _ in parts), in_turn, folder.name


@dataclass(frozen=True)
class Material:
    """What grading an exercise needs beside its key, as it can be sent to another machine."""

    folder: str
    files: tuple[tuple[str, bytes], ...]
    course: Message | None = None

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
            lesson = Lesson(folder, Path(place) / "solutions", self.course)
            # All that it would read later.
            assert lesson.exercise and not lesson.has_solution
            assert lesson.given is not None and lesson.data is not None
        return lesson


@dataclass(frozen=True)
class Lesson:
    """An exercise's folder and, where it exists, its solution's.

    `course` is what a report says of the course; None where it is the package's.
    """

    folder: Path
    solution: Path
    course: Message | None = None

    @cached_property
    def checks_source(self) -> str:
        """The text of checks.py."""
        return (self.folder / "checks.py").read_text(encoding="utf-8")

    @cached_property
    def exercise(self) -> Exercise:
        """What checks.py defines, read without importing the framework."""
        return load_exercise(self.folder / "checks.py", self.checks_source)

    @cached_property
    def uses(self) -> dict[str, list[str]]:
        """The graded functions that each check uses, as far as its text says so, by its name."""
        return uses(self.checks_source, self.exercise)

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

    @cached_property
    def data(self) -> dict[str, bytes]:
        """Its data files, by name."""
        for name in self.exercise.data:
            if not (self.folder / name).is_file():
                raise AuthorError(
                    "checks.py has the data file {name}, and there is no {path}",
                    name=name,
                    path=self.folder / name,
                )
        size = sum((self.folder / name).stat().st_size for name in self.exercise.data)
        if size > MOST_DATA:
            raise AuthorError(
                "the data files of {exercise} have {size} MiB; at most {most} are sent to a worker",
                exercise=self.exercise.name,
                size=f"{size / MIB:.1f}",
                most=MOST_DATA // MIB,
            )
        return {name: (self.folder / name).read_bytes() for name in self.exercise.data}

    @property
    def shared(self) -> dict[Path, Path]:
        """The given files that lie in `exercises/shared/`: the copy of each here, and its source.

        `grader build` copies them.
        """
        sources = [self.folder.parent / "shared" / name for name in self.given_files]
        return {self.folder / source.name: source for source in sources if source.is_file()}

    @property
    def given_files(self) -> list[str]:
        """The names of the given modules' files, and of the data files."""
        return [*(f"{name}.py" for name in self.exercise.given), *self.exercise.data]

    @property
    def material(self) -> Material:
        """Its files that a judge on another machine needs."""
        names = ["checks.py", *self.given_files]
        files = tuple((name, (self.folder / name).read_bytes()) for name in sorted(names))
        return Material(self.folder.name, files, self.course)

    @cached_property
    def has_solution(self) -> bool:
        """Whether the reference is at hand."""
        return self.reference.is_file() and self.inputs.is_file()

    def load_request(
        self,
        units: Iterable[Unit],
        siblings: dict[str, str] | None = None,
        seed: int = 0,
        stand_ins: dict[str, bytes] | None = None,
        *,
        digests: bool = False,
        spans: bool = False,
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
            stand_ins or {},
            self.data,
            digests,
            spans,
        )

    def unit(self, path: Path) -> Unit:
        """A file of the solution as a unit."""
        return Unit(path.name, path.read_text(encoding="utf-8-sig"))

    def solution_files(self, kind: str) -> list[Path]:
        """The files in `right` or `wrong`, by name."""
        return sorted((self.solution / kind).glob("*.py"))


def above(start: Path) -> Path | None:
    """The nearest folder that holds a course, from `start` upward. Nothing is executed."""
    return next((folder for folder in (start, *start.parents) if _holds_course(folder)), None)


def packaged() -> Course:
    """The course that came with the package; in a checkout, the checkout's."""
    for root in (_PACKAGE, _PACKAGE.parent):
        if _holds_course(root):
            return Course(root)
    raise UsageError("no exercises came with the grader; name a course: --course DIR")


def named(root: Path, by: str) -> Course:
    """The course in the folder that was named; `by` says where it was named."""
    if not _holds_course(root):
        raise UsageError(
            "{root} is no course: there is no exercises/NAME/checks.py in it (it is named by {by})",
            root=root,
            by=by,
        )
    return _course(root.resolve(), Message("{root}, named by {by}", root=root.resolve(), by=by))


def find(start: Path) -> Course:
    """The course whose folder contains `start`, else the one that came with the package.

    It is for who grades work of his own: a course's checks.py is executed on the host.
    """
    root = above(start)
    if root is None:
        return packaged()
    return _course(root, Message("{root}, found from the working directory", root=root))


def is_installed(course: Course) -> bool:
    """Whether the course is a part of the installed package, and not of a checkout."""
    return course.root == _PACKAGE


def _course(root: Path, origin: Message) -> Course:
    own = root in (_PACKAGE, _PACKAGE.parent) and root == packaged().root
    return Course(root, None if own else origin)


def _holds_course(folder: Path) -> bool:
    exercises = folder / "exercises"
    return os.path.isdir(exercises) and any(exercises.glob("*/checks.py"))
