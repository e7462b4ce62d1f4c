"""What was meant by the words after `grader check`: an exercise, a file, checks and functions.

An exercise that is not named is found by the file's name, by the names of checks and functions, or
by where one stands. What was found so is said; where two could be meant, neither is taken. For the
work of others nothing is read off a folder, which could have been handed in.
"""

import os
import re
import shlex
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from grader.cli import courses, similar
from grader.cli.here import names_of
from grader.errors import SubmissionError, UsageError
from grader.text import Message

if TYPE_CHECKING:
    from grader.course import Course, Lesson

_FEW = 3
"""So many exercises are named with their titles; of more it would be a paragraph."""


@dataclass
class Meant:
    """What is to be graded.

    `guessed` tells whether something was not named as it is called, and `of_folder` whether the
    file is what a folder that was named holds.
    """

    exercise: str = ""
    file: str | None = None
    only: list[str] = field(default_factory=list)
    guessed: bool = False
    of_folder: bool = False

    def command(self) -> str:
        """The command that says the same without a guess."""
        words = ["grader", "check", self.exercise, *([self.file] if self.file else [])]
        return shlex.join([*words, *(word for name in self.only for word in ("--only", name))])


def meant(words: Sequence[str], only: Sequence[str], option: Path | None, *, own: bool) -> Meant:
    """What these words mean, and the names behind `--only`; raises UsageError where it is open."""
    place = Place(option, own)
    # A first word such as `ex1` is the exercise, also where a file is called so.
    file = next((w for n, w in enumerate(words) if is_file(w) and (n or is_source(w))), None)
    course = place.course(file, words[0] if words else "")
    found, rest = _exercise_and_file(words, course, own=own)
    if found.file != file and not found.of_folder:
        course = place.course(found.file)
        found, rest = _exercise_and_file(words, course, own=own)
    found.only.extend(only)
    if found.file is not None and not os.path.lexists(found.file):
        raise _missing(found.file)
    _folder(rest, place, course, found)
    # What is nothing at all is said before a second exercise is.
    for name in sorted(rest, key=lambda name: bool(called(name, course))):
        found.only.append(_known(name, course, found))
    if not found.exercise:
        found.exercise, found.guessed = _exercise(place.course(found.file), found, own=own), True
    return found


def several(words: Sequence[str], option: Path | None, *, own: bool) -> bool:
    """Whether the words are exercises, more than one, and nothing else."""
    if len(words) < 2 or any(is_file(word) for word in words):
        return False
    course = Place(option, own).course(None, words[0])
    return all(called(word, course) for word in words)


@dataclass(frozen=True)
class Place:
    """Which course counts for a file here; see `courses`."""

    option: Path | None
    own: bool

    def course(self, file: str | None, exercise: str = "") -> "Course":
        """The course for a file, or where none is named."""
        named = None if file is None else Path(file)
        return courses.for_a_file(self.option, named, exercise, own=self.own)


def is_source(word: str) -> bool:
    """Whether a word has the form of a file's name."""
    return Path(word).suffix.lower() in similar.SOURCES


def is_file(word: str) -> bool:
    """Whether a word means a file, which need not be there."""
    return not os.path.isdir(word) and (is_source(word) or os.path.lexists(word))


def called(word: str, course: "Course") -> str:
    """The exercise that is called so: EX1, 1, logistic; "" where none is, or more than one."""
    if _is_path(word):
        return word if os.path.isdir(word) and course.has(word) else ""
    if course.has(word):
        return word
    fitting = [
        name
        for name, folder in course.folders.items()
        if word.casefold() in (name.casefold(), *_parts(folder.name.casefold()))
        or (word.isdecimal() and re.fullmatch(rf"\D+0*{word.lstrip('0')}", name))
    ]
    return fitting[0] if len(fitting) == 1 else ""


def _is_path(word: str) -> bool:
    return len(Path(word).parts) > 1


def _parts(folder: str) -> tuple[str, str]:
    """A folder's name, and what stands behind the exercise's in it."""
    return folder, folder.partition("_")[2]


def _exercise_and_file(
    words: Sequence[str], course: "Course", *, own: bool
) -> tuple[Meant, list[str]]:
    """The exercise and the file among the words, and what is left.

    Of an exercise's folder that is named, the file in it is one's own, if anything there is.
    """
    found, rest, folder = Meant(), [], None
    for word in words:
        name = "" if found.exercise else called(word, course)
        if name:
            found.exercise, found.guessed = name, found.guessed or name != word
            folder = Path(word) if _is_path(word) else None
        elif not is_file(word):
            rest.append(word)
        elif found.file is None:
            found.file = word
        else:
            raise UsageError(
                "{one} and {other}: one file is graded at a time", one=found.file, other=word
            )
    if own and folder is not None and found.file is None:
        lesson = course.lesson(found.exercise)
        found.exercise = lesson.exercise.name
        if file := _own_files(folder, [lesson]).get(found.exercise):
            found.file, found.of_folder = str(file), True
    return found, rest


def _missing(file: str) -> SubmissionError:
    close = similar.file(file)
    advice = Message("name the file that is to be graded")
    if close:
        advice = Message("did you mean {close}?", close=close)
    return SubmissionError("{file} does not exist; {advice}", file=file, advice=advice)


def _folder(rest: list[str], place: Place, course: "Course", found: Meant) -> None:
    """Take a folder from the words: the exercise's own file in it is meant."""
    for word in [word for word in rest if os.path.isdir(word)]:
        rest.remove(word)
        any_file = str(Path(word) / "any")
        lessons = [course.lesson(found.exercise)] if found.exercise else []
        inside = _own_files(Path(word), lessons or _lessons(place.course(any_file)))
        if found.file is not None or len(inside) != 1 or not place.own:
            advice = Message("name the file in it that is to be graded")
            if inside:
                advice = Message("did you mean {close}?", close=_any_of([*inside.values()]))
            raise UsageError("{folder} is a folder; {advice}", folder=word, advice=advice)
        ((found.exercise, path),) = inside.items()
        found.file, found.guessed, found.of_folder = str(path), True, True


def _any_of(files: Sequence[Path]) -> str | Message:
    *others, last = map(str, files)
    if not others:
        return last
    return Message("{first} or {others}", first=", ".join(others), others=last)


def _own_files(folder: Path, lessons: "Iterable[Lesson]") -> dict[str, Path]:
    """The file that each exercise would take in a folder; the .py comes before the notebook."""
    files = {}
    for lesson in lessons:
        for name in (lesson.notebook_name, lesson.file_name):
            if (folder / name).is_file():
                files[lesson.exercise.name] = folder / name
    return files


def _known(name: str, course: "Course", found: Meant) -> str:
    """A name that is a check's or a function's, in the exercise or in any; else UsageError."""
    found.guessed = True
    lessons = [course.lesson(found.exercise)] if found.exercise else _lessons(course)
    known = {known for lesson in lessons for known in names_of(lesson)}
    if name in known:
        return name
    if called(name, course):
        raise UsageError(
            "{one} and {other}: several exercises are graded where nothing else is named",
            one=found.exercise,
            other=name,
        )
    if found.exercise:
        raise UsageError(
            "{name} is no file here, and no check or function of {exercise}; {advice}",
            name=repr(name),
            exercise=found.exercise,
            advice=similar.advice(name, [*names_of(lessons[0]), *similar.files_beside(name)]),
        )
    exercises = [*course.folders]
    raise UsageError(
        "there is no exercise {name}{close} (exercises here: {known})",
        name=repr(name),
        close=similar.did_you_mean(name, [*exercises, *known, *similar.files_beside(name)], 0.5),
        known=", ".join(exercises) or Message("none"),
    )


def _lessons(course: "Course") -> "list[Lesson]":
    return [course.lesson(name) for name in course.folders]


def _exercise(course: "Course", found: Meant, *, own: bool) -> str:
    """The exercise that is meant though it is not named, or UsageError."""
    lessons = _lessons(course)
    for evidence in (_by_file, _by_names, *([_by_place] if own else [])):
        some = evidence(lessons, found)
        if len(some) == 1:
            return some[0]
        lessons = [lesson for lesson in lessons if lesson.exercise.name in some] or lessons
    if len(lessons) == 1 and (found.file or own):
        return lessons[0].exercise.name
    raise _which(lessons, found)


def _by_file(lessons: "list[Lesson]", found: Meant) -> list[str]:
    """The exercises that a file is called after; one of exactly that name comes before."""
    if found.file is None:
        return []
    stem = Path(found.file).stem.casefold()
    exact = _such(lessons, lambda lesson: lesson.exercise.module.casefold() == stem)
    return exact or _such(
        lessons,
        lambda lesson: _holds(stem, lesson.exercise.module) or _holds(stem, lesson.exercise.name),
    )


def _holds(stem: str, name: str) -> bool:
    """Whether a file's name has the name in it, and not as a part of a longer word or number."""
    return bool(re.search(rf"(?<![^\W_]){re.escape(name.casefold())}(?![^\W_])", stem))


def _by_names(lessons: "list[Lesson]", found: Meant) -> list[str]:
    """The exercises that have all of the checks and functions that are named."""
    if not found.only:
        return []
    return _such(lessons, lambda lesson: set(found.only) <= {*names_of(lesson)})


def _by_place(lessons: "list[Lesson]", found: Meant) -> list[str]:
    """The exercise in whose folder one stands or the file lies, or whose file is here."""
    places = [Path.cwd()]
    if found.file is not None:
        places.insert(0, Path(os.path.abspath(found.file)).parent)
    for place in places:
        around = [folder for folder in (place, *place.parents) if _is_of_a_course(folder)]
        names = {folder.name for folder in around}
        if inside := _such(lessons, lambda lesson: lesson.folder.name in names):  # noqa: B023
            return inside
    return [] if found.file else [*_own_files(Path(), lessons)]


def _is_of_a_course(folder: Path) -> bool:
    """Whether a folder stands where a course has those of its exercises."""
    return folder.parent.name in ("exercises", "solutions")


def _such(lessons: "list[Lesson]", is_so: "Callable[[Lesson], bool]") -> list[str]:
    return [lesson.exercise.name for lesson in lessons if is_so(lesson)]


def _which(lessons: "list[Lesson]", found: Meant) -> UsageError:
    """That an exercise has to be named, and which there are."""
    known = ", ".join(x.exercise.name for x in lessons)
    if len(lessons) <= _FEW:
        known = ", ".join(f"{x.exercise.name} ({x.exercise.title})" for x in lessons)
    example = Meant(lessons[0].exercise.name if lessons else "ex1", found.file, found.only)
    if found.file is not None:
        first = Message("which exercise {file} is for can't be told", file=found.file)
    elif found.only:
        names = ", ".join(found.only)
        first = Message("which exercise is meant can't be told by {names}", names=names)
    else:
        first = Message("which exercise is meant can't be told here")
    return UsageError(
        "{first}: {known}; name it: {command}", first=first, known=known, command=example.command()
    )
