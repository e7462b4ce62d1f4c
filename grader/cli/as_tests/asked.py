"""Which files are graded as what, by the words of pytest's command line."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from grader.cli import here, meaning
from grader.cli.here import Work
from grader.errors import UsageError


@dataclass(frozen=True)
class Asked:
    """A file that is graded. `named` tells whether it was named, and not found.

    `node` is what pytest is to collect: the file, and perhaps a check in it, `/home/a/mean.py::x`.
    """

    work: Work
    named: bool
    node: str

    @property
    def path(self) -> Path:
        """The file, as pytest calls it."""
        return Path(os.path.abspath(self.work.path))


def asked(exercises: Sequence[str], words: Sequence[str], course: Path | None) -> list[Asked]:
    """The files that these words mean, as they would mean them behind `grader check`.

    Without words it is the own file of each exercise. Raises UsageError where a word is no file.
    """
    if not words:
        return [_asked([exercise], "", course) for exercise in exercises]
    found = []
    for word in words:
        file, sign, check = word.partition("::")
        first = [*exercises] if len(exercises) == 1 else []
        each = _asked([*first, file], sign + check, course)
        name = each.work.lesson.exercise.name
        if len(exercises) > 1 and name not in _names(exercises, course):
            raise UsageError(
                "{file} would be graded as {exercise}, which is not asked for: --grader {exercise}",
                file=file,
                exercise=name,
            )
        found.append(each)
    return found


def _asked(words: list[str], behind: str, course: Path | None) -> Asked:
    meant = meaning.meant(words, [], course, own=True)
    if meant.only:
        raise UsageError(
            "{name} is no file; to run some of the checks: -k {name}", name=meant.only[0]
        )
    work = here.work(meant.exercise, meant.file, course, own=True)
    named = meant.file is not None and not meant.of_folder
    return Asked(work, named, os.path.abspath(work.path) + behind)


def _names(exercises: Sequence[str], course: Path | None) -> list[str]:
    return [meaning.meant([word], [], course, own=True).exercise for word in exercises]
