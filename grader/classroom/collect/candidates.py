"""Which of a student's files is graded. This is never guessed.

A file counts by its name, else by what it defines, else by what it mentions:

1. a file with the name that the exercise asks for, in upper or lower case, or with the name of a
   copy of it (logistic-2.py, "logistic (1).py"); or a file that is named after the student and
   mentions a graded function
2. a file whose name contains the exercise's and that defines a graded function
   (logistic_final.py, ex1.ipynb)
3. any other source file that defines a graded function
4. any other source file that mentions one
5. a file that is named after the student: a student who hands in one file means that file, so it
   is graded whatever is in it, and its report says what is missing

The first rule that some file fits decides. Files that are still as they were handed out count only
when there is nothing else. Several files with the same code count as one. Of several different
files, those in the exercise's own folder count; if that does not leave one, nothing is graded.
Given modules, checks.py, files of other exercises and pytest's files are never a submission.
"""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from grader.classroom.collect.layouts import SOURCES, Names
from grader.classroom.collect.naming import folded, some
from grader.classroom.collect.tree import read
from grader.classroom.record import NOBODY_KNOWS, HandedIn
from grader.course import Lesson
from grader.errors import SubmissionError
from grader.judge import code_cells, essence, limit_of
from grader.text import Message, shown

_MAX_FILES = 300
_MAX_READ, _MAX_SEARCHED = 256 << 20, 48 << 20
_TESTS = re.compile(r"(test_.*|.*_test|conftest)\.py")


@dataclass(frozen=True)
class Work:
    """A file that a student handed in.

    `name` is its path as the student knew it, `file` where it was found, `titled` whether it is
    named after the student. `handed_in` is what the platform says of when; `clone` is the clone of
    a repository in which it lies.
    """

    path: Path
    name: str
    file: str
    own_folder: bool = False
    titled: bool = False
    handed_in: HandedIn = NOBODY_KNOWS
    clone: Path | None = None

    @property
    def base(self) -> str:
        """The name's last part."""
        return self.name.rpartition("/")[2]


@dataclass(frozen=True)
class Choice:
    """The file, or none and the `reason`.

    `final` is false where nothing better was found: a zip is to be looked into too, and the file
    is not taken for the work where another one can't be read.
    """

    work: Work | None
    notes: tuple[Message, ...] = ()
    final: bool = True
    reason: Message | None = None


@dataclass
class _Contents:
    """What was read of one student's files: each file once, and a limited number of bytes."""

    left: int = field(default_factory=lambda: _MAX_READ)
    room: int = field(default_factory=lambda: _MAX_SEARCHED)
    known: dict[Path, bytes] = field(default_factory=dict)
    codes: dict[Path, bytes] = field(default_factory=dict)
    notes: list[Message] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        """Whether all that was asked for was read."""
        return min(self.left, self.room) > 0 and len(self.known) < _MAX_FILES

    def __getitem__(self, work: Work) -> bytes:
        if work.path not in self.known:
            if not self.complete:
                return b""
            self.known[work.path] = self._read(work.path)
            if not self.complete:
                self.notes.append(
                    Message("only {count} of its files were looked into", count=len(self.known))
                )
        return self.known[work.path]

    def code(self, work: Work) -> bytes:
        """A digest of its code, by which files are compared."""
        if work.path not in self.codes:
            self.codes[work.path] = _digest(_code(work.path, self[work]))
        return self.codes[work.path]

    def _read(self, path: Path) -> bytes:
        try:
            data = read(path, min(limit_of(path), self.left) + 1)
        except SubmissionError as error:
            self.notes += error.messages
            return b""
        self.left = max(0, self.left - len(data))
        found = essence(path, data)[: self.room]
        self.room -= len(found)
        return found


@dataclass(frozen=True)
class Chooser:
    """Chooses for one exercise."""

    lesson: Lesson

    @cached_property
    def names(self) -> Names:
        """The exercise's names."""
        return Names(self.lesson)

    @cached_property
    def _mention(self) -> re.Pattern[bytes]:
        # In a notebook's JSON a line may begin with the n of a \n.
        return re.compile(rb"(?:(?<!\w)|(?<=\\n)|(?<=\\t))(?:%b)(?!\w)" % self._graded)

    @cached_property
    def _definition(self) -> re.Pattern[bytes]:
        start = rb"(?:^|[\"']|\\n)[ \t]*"
        return re.compile(
            start
            + rb"(?:(?:async[ \t]+)?(?:def|class)[ \t]+(?:%b)(?!\w)|(?:%b)[ \t]*[=:](?!=))"
            % (self._graded, self._graded),
            re.MULTILINE,
        )

    @cached_property
    def _graded(self) -> bytes:
        return b"|".join(re.escape(name.encode()) for name in self.lesson.exercise.functions)

    @cached_property
    def _handed_out(self) -> frozenset[bytes]:
        """Digests of the code of the stub and of its notebook."""
        paths = [self.lesson.folder / name for name in self._asked_for]
        files = [path for path in paths if path.is_file()]
        return frozenset(_digest(_code(path, path.read_bytes())) for path in files)

    @property
    def _asked_for(self) -> tuple[str, str]:
        return self.lesson.file_name, self.lesson.notebook_name

    def choose(self, works: Sequence[Work]) -> Choice:
        """The one of a student's files that is to be graded."""
        contents = _Contents()
        sources = [work for work in works if self._is_source(work)]
        untouched: list[Work] = []
        for rule in self._rules(contents):
            rest = [work for work in sources if work not in untouched]
            fitting = [work for work in rest if rule(work)]
            stubs = [work for work in fitting if self._is_untouched(work, contents)]
            untouched += stubs
            fitting = [work for work in fitting if work not in stubs]
            if fitting:
                return self._one(fitting, untouched, contents)
        notes = tuple(contents.notes)
        if untouched:
            first = min(untouched, key=lambda work: _is_notebook(work.path))
            return Choice(
                first,
                (Message("{name} is as it was handed out", name=shown(first.name)), *notes),
                False,
            )
        return Choice(None, notes, final=False, reason=self._nothing(works))

    def defined(self, work: Work) -> frozenset[bytes]:
        """The graded functions that a file defines, as far as that is seen without parsing it."""
        found = self._definition.finditer(_Contents()[work])
        return frozenset(name for each in found for name in self._mention.findall(each[0]))

    def _rules(self, contents: _Contents) -> tuple[Callable[[Work], bool], ...]:
        """The five rules of the module's docstring, each as a question about a file."""

        def mentions(work: Work) -> bool:
            return bool(self._mention.search(contents[work]))

        def defines(work: Work) -> bool:
            return bool(self._definition.search(contents[work]))

        return (
            lambda work: mentions(work) if work.titled else self.names.exact(work.base),
            lambda work: self.names.renamed(work.base) and defines(work),
            defines,
            mentions,
            lambda work: work.titled,
        )

    def _one(self, fitting: list[Work], untouched: list[Work], contents: _Contents) -> Choice:
        """The one of several that fit, or none when they differ."""
        notes = [
            Message("{name} is as it was handed out, so it is not graded", name=shown(work.name))
            for work in untouched
        ]
        inside = [work for work in fitting if any(map(self.names.fits, _folders(work)))]
        if inside:
            notes += [
                Message("{name} is in another folder, so it is not graded", name=shown(work.name))
                for work in fitting
                if work not in inside
            ]
            fitting = inside
        if len(fitting) > 1:
            if not self._alike(fitting, contents):
                return Choice(None, (*notes, *contents.notes), reason=_several(fitting))
            files = listed(fitting)
            count = len(fitting)
            notes.append(
                Message("{count} files with the same code: {files}", count=count, files=files)
            )
        first = fitting[0]
        if problem := _problem(first):
            return Choice(None, tuple(notes), reason=problem)
        is_sure = not first.titled or bool(self._mention.search(contents[first]))
        if not is_sure:
            names = ", ".join(self.lesson.exercise.functions)
            notes.append(Message("the file mentions none of {functions}", functions=names))
        return Choice(first, tuple(notes), final=is_sure)

    def _alike(self, works: list[Work], contents: _Contents) -> bool:
        """Whether all have the same code, as far as all could be read."""
        return len({contents.code(work) for work in works}) == 1 and contents.complete

    def _is_source(self, work: Work) -> bool:
        base = folded(work.base)
        return work.base.lower().endswith(SOURCES) and not (
            base in self.names.handed_out
            or _TESTS.fullmatch(base)
            or any(map(self.names.foreign, _folders(work)))
        )

    def _is_untouched(self, work: Work, contents: _Contents) -> bool:
        return contents.code(work) in self._handed_out

    def _nothing(self, works: Sequence[Work]) -> Message:
        found = listed(works) if works else Message("no file")
        expected = " or ".join(self._asked_for)
        return Message(
            "no file fits exercise {exercise}: found {found}; expected {expected}",
            exercise=self.lesson.exercise.name,
            found=found,
            expected=expected,
        )


def _is_notebook(path: Path) -> bool:
    return path.suffix.lower() == ".ipynb"


def _code(path: Path, data: bytes) -> bytes:
    """What is compared: a file with its line ends made alike, or a notebook's code cells."""
    if _is_notebook(path):
        cells = code_cells(data, path.name)
        if isinstance(cells, list):
            return "\0".join(unit.source.strip() for unit in cells).encode()
    return data.replace(b"\r\n", b"\n")


def _digest(code: bytes) -> bytes:
    return hashlib.sha256(code).digest()


def _folders(work: Work) -> list[str]:
    return work.name.split("/")[:-1]


def _problem(work: Work) -> Message | None:
    """Why the file can't be opened; None if it can."""
    try:
        read(work.path, 1)
    except SubmissionError as error:
        return error.messages[0]
    return None


def _several(works: Sequence[Work]) -> Message:
    """Why none of several files is graded."""
    if len(works) == 2:
        return Message("two files fit: {files}; hand in one", files=listed(works))
    files = listed(works)
    return Message("{count} files fit: {files}; hand in one", count=len(works), files=files)


def listed(works: Sequence[Work]) -> str | Message:
    """The names of files, and how many more there are."""
    return some([work.name for work in works])
