"""Give yourself the exercises: a folder with the files to write in, and what to read.

Nothing that you have written is ever written over. Run it again after an upgrade of the grader: it
brings what is new, and says which of your files it left alone.
"""

import os
import shlex
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from grader.cli import courses, language, progress_notes, screen
from grader.cli.exit_codes import PASSED
from grader.errors import UsageError
from grader.text import Words, clean, padded, template

if TYPE_CHECKING:
    from grader.practice import Handed

FOLLOWING = {
    "grader watch": template("grades at each save; it begins with the first exercise"),
    "grader list": template("the exercises, in order"),
}
"""What one does in the folder."""

SHORT = 5
"""So many files are named; of more the number is said."""

NAME, FOR, HELP = "init", "students", "get the exercises, in a folder of your own"


def add_arguments(parser: ArgumentParser) -> None:
    """What can follow `grader init`."""
    parser.add_argument("folder", metavar="DIR", nargs="?", type=Path)
    courses.add_option(parser)
    language.add_option(parser)


def run(args: Namespace) -> int:
    """Copy the exercises into the folder, and say what comes next."""
    from grader.course import packaged
    from grader.practice import Home, above, hand_out

    words = language.words(args.lang)
    around = above(Path.cwd())
    root = args.folder or (Path(os.path.relpath(around.root)) if around else Path())
    _must_be_fit(root, is_named=args.folder is not None)
    course = courses.named(args.course, own=True) or packaged()
    home = Home(root)
    if progress_notes.is_lost(root, course):
        screen.note(
            words(
                "exercises are here, and nothing is remembered of them; what is done is "
                "remembered from now on"
            )
        )
    try:
        root.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            "{path} can't be written: {strerror}", path=root, strerror=error.strerror
        ) from None
    with progress_notes.opened(home, words) as memory:
        handed = hand_out(course, home, memory)
    for line in (*_said(root, handed, words), "", *_next(root, args.course, words)):
        print(clean(line).rstrip())
    return PASSED


def _must_be_fit(root: Path, *, is_named: bool) -> None:
    """Raise UsageError for a folder that is somebody else's, or is not meant."""
    from grader import practice
    from grader.course import above

    if root.exists() and not root.is_dir():
        raise UsageError("{root} is a file; name a folder: grader init DIR", root=root)
    place = root.resolve()
    course = above(place)
    if os.path.isdir(root / "exercises") or (course is not None and _is_of(course, place)):
        raise UsageError(
            "{root} holds a course; students work in a folder of their own: grader init DIR",
            root=place,
        )
    around = practice.above(place)
    if around is not None and around.root != place:
        raise UsageError(
            "{root} lies in {home}, which grader init has made already; to get what is new, go "
            "there and run: grader init",
            root=place,
            home=around.root,
        )
    if not is_named and around is None and any(name != practice.MARK for name in os.listdir(root)):
        raise UsageError(
            "other files are in {root}; name a folder for the exercises: grader init my-course "
            "(or `grader init .` for this one)",
            root=place,
        )


def _is_of(course: Path, place: Path) -> bool:
    """Whether a folder is one in which a course has its exercises."""
    return place.relative_to(course).parts[:1] in (("exercises",), ("solutions",))


def _said(root: Path, handed: "Handed", words: Words) -> Iterator[str]:
    """What was done with the files."""
    folders = {place.parts[0] for place in handed.new if len(place.parts) > 1}
    if len(handed.new) > SHORT:
        yield words(
            "{count} files in {root}, of {exercises} exercises",
            count=len(handed.new),
            root=root,
            exercises=len(folders),
        )
    elif handed.new:
        yield words("new: {files}", files=_listed(handed.new))
    if handed.renewed:
        yield words("brought up to date: {files}", files=_listed(handed.renewed))
    if handed.left:
        yield words("left alone, since they are not as they were handed out:")
        yield from (f"  {place}" for place in handed.left)
        yield words("the course has other ones now; to get one, rename yours and run this again")
    if not (handed.new or handed.renewed or handed.left):
        yield words("nothing is new: all files are as in the course, or yours")


def _listed(places: Sequence[Path]) -> str:
    return ", ".join(map(str, places))


def _next(root: Path, course: Path | None, words: Words) -> Iterator[str]:
    """What to type now."""
    yield words("next:")
    if root.resolve() != Path.cwd():
        yield f"  cd {shlex.quote(str(root))}"
    if course is not None:
        yield f"  export {courses.VARIABLE}={shlex.quote(str(course.resolve()))}"
    for command, what in FOLLOWING.items():
        yield f"  {padded(command, 16)}{words(what)}"
