"""Which course a command means: the one that is named, the one from where you stand, the package's.

A course's checks.py is executed on the host, outside of every tier, and it says what is right. So
whoever grades the work of others takes no course from a folder that could be theirs.
"""

import os
from argparse import ArgumentParser
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from grader.errors import UsageError
from grader.text import Message

if TYPE_CHECKING:
    from grader.course import Course

VARIABLE = "GRADER_COURSE"

ANY = "the one in which you stand, or the grader's own"
"""Which course is taken by who looks around."""


def add_option(parser: ArgumentParser, otherwise: str = "the one in which you stand") -> None:
    """`--course DIR`; `otherwise` says which is taken without it and without the variable."""
    parser.add_argument(
        "--course",
        type=Path,
        metavar="DIR",
        help=f"the course: a folder with exercises/ in it (default: {VARIABLE}, else {otherwise})",
    )


def has_solutions() -> bool:
    """Whether solutions stand beside the exercises of the course here. It imports nothing."""
    course = _around()
    return course is not None and os.path.isdir(course / "solutions")


def is_none_here() -> bool:
    """Whether one stands in no course, so that one could be begun. It imports nothing."""
    return _around() is None


def _around() -> Path | None:
    """The folder with exercises/ that is meant here."""
    variable = os.environ.get(VARIABLE)
    try:
        here = Path.cwd()
    except OSError:  # somebody has removed it
        return None
    folders = [Path(variable)] if variable else [here, *here.parents]
    return next((folder for folder in folders if os.path.isdir(folder / "exercises")), None)


def named(option: Path | None, *, own: bool) -> "Course | None":
    """The course that the option names, or else the variable.

    A variable is set once and read in many folders, so for the work of others (`own` is false) a
    relative path in it could lead into a submission.
    """
    from grader import course

    if option is not None:
        return course.named(option, "--course")
    variable = os.environ.get(VARIABLE)
    if not variable:
        return None
    if not own and not Path(variable).is_absolute():
        raise UsageError(
            "{variable} is {path}, and whose folder that is depends on where you stand; "
            "make it an absolute path, or name the course: --course DIR",
            variable=VARIABLE,
            path=repr(variable),
        )
    return course.named(Path(variable), VARIABLE)


def of_ones_own(option: Path | None) -> "Course":
    """For who looks around: the one that is named, else the one found upward, or the package's."""
    from grader.course import find

    return named(option, own=True) or find(Path.cwd())


def of_an_author(option: Path | None) -> "Course":
    """For a command that writes into the course: the package's is not its own to change."""
    from grader.course import above, find, is_installed

    course = named(option, own=True)
    if course is None:
        if above(Path.cwd()) is None:
            raise UsageError(
                "there is no course here or above; stand in your course, or name it: --course DIR"
            )
        course = find(Path.cwd())
    if is_installed(course):
        raise UsageError(
            "{root} is a part of the installed grader, which only reads it; "
            "copy its exercises/ into a course of your own",
            root=course.root,
        )
    return course


def to_begin_in(option: Path | None) -> tuple[Path, bool]:
    """For `new`: the folder of the course to add to, and whether a course is to be begun there.

    Only a folder in which nothing is but what a fresh repository has is taken for an empty one.
    """
    from grader.course import above

    variable = os.environ.get(VARIABLE)
    root = option or (Path(variable) if variable else None) or above(Path.cwd()) or Path.cwd()
    if root.is_dir() and above(root.resolve()) == root.resolve():
        return of_an_author(option).root, False
    if root.exists() and not root.is_dir():
        raise UsageError("{root} is a file; name a folder: --course DIR", root=root)
    if root.is_dir() and (found := [name for name in sorted(os.listdir(root)) if not _fits(name)]):
        raise UsageError(
            "there is no course in {root}, and it is not empty: there is {found}; stand in your "
            "course, or begin one in an empty folder: --course DIR",
            root=root,
            found=", ".join([*found[:3], *(["..."] if found[3:] else [])]),
        )
    return root, True


def _fits(name: str) -> bool:
    """Whether something of this name may be in a folder in which a course is begun."""
    fresh = name.startswith((".", "README", "LICENSE"))
    return fresh or name in ("exercises", "solutions")


def of_a_class(option: Path | None, exercise: str) -> "Course":
    """For `batch`: the one that is named, else the package's.

    Where a course in which one stands could be meant, neither is taken: a whole class graded by
    the wrong one would look like a class of zeros.
    """
    from grader.course import find, packaged

    course = named(option, own=False)
    if course is not None:
        return course
    here, course = find(Path.cwd()), packaged()
    if here.origin is not None and here.has(exercise):
        raise UsageError(
            "there is a course in {here}, and a class is graded by a course that is named: "
            "--course {here}, or the one that came with the grader: --course {own}",
            here=here.root,
            own=course.root,
        )
    return course


def for_a_file(option: Path | None, file: Path | None, exercise: str, *, own: bool) -> "Course":
    """For `check`: the one that is named, or found upward by who grades his own, or the package's.

    `file` is None where none was named: then it is looked for in the course that is found. Where
    two courses have different exercises of this name, and either could be meant, neither is taken.
    """
    from grader.course import find, packaged

    course = named(option, own=own)
    if course is not None:
        return course
    here = find(Path.cwd())
    if own and (file is None or here.origin is None or counts_for(here.root, file)):
        return here if file is None else _and_not_of(file, here, exercise)
    if here.origin is None:
        return here
    course = packaged()
    if not course.has(exercise) and here.has(exercise):
        raise UsageError(
            "the course that came with the grader has no exercise {exercise}; "
            "the one in {here} counts when it is named: --course {here}",
            exercise=repr(exercise),
            here=here.root,
        )
    if own and _differ(course, here, exercise):
        raise _either(exercise, here, course)
    note = Message(
        "the one that came with the grader; the one in {here} counts when it is named: "
        "--course {here}",
        here=here.root,
    )
    return replace(course, origin=note)


def _and_not_of(file: Path, here: "Course", exercise: str) -> "Course":
    """The course here, for a file that may lie in another one, which has this exercise as well.

    It is the one that counts where one stands in it, and the report says so.
    """
    from grader.course import Course, above

    around = above(Path(os.path.abspath(file)).parent)
    if around is None or not _differ(here, other := Course(around), exercise):
        return here
    if above(Path.cwd()) is None:
        raise _either(exercise, other, here)
    note = Message(
        "{here}, where you stand; the one in {other} counts when it is named: --course {other}",
        here=here.root,
        other=around,
    )
    return replace(here, origin=note)


def _differ(one: "Course", other: "Course", exercise: str) -> bool:
    """Whether two courses ask different things by one name. Nothing of them is executed."""
    name = Path(exercise).name
    both = one.has(name) and other.has(name)
    return both and one.lesson(name).checks_source != other.lesson(name).checks_source


def _either(exercise: str, one: "Course", other: "Course") -> UsageError:
    return UsageError(
        "the courses in {one} and {other} both have an exercise {exercise}, and these differ; "
        "name the course that you mean: --course {one}, or --course {other}",
        exercise=exercise,
        one=one.root,
        other=other.root,
    )


def counts_for(root: Path, file: Path) -> bool:
    """Whether the course in which one stands, at `root`, grades one's own file.

    An author tries files of any place in his course: who has the solutions is its author.
    """
    return is_apart(root, file) or os.path.isdir(root / "solutions")


def is_apart(root: Path, file: Path) -> bool:
    """Whether a course that was found and a file have nothing to do with each other.

    They do where the course lies above the file or beside it: a folder that was handed in can hold
    a course. What lies in `exercises/` or `solutions/` is where the course wants it.
    """
    for place in (file.resolve(), Path(os.path.abspath(file))):
        if root in place.parents:
            if place.relative_to(root).parts[0] not in ("exercises", "solutions"):
                return False
        elif place.parent in root.parents:
            return False
    return True
