"""Give yourself the exercises: a folder with the files to write in, and what to read.

Nothing that you have written is ever written over. Run it again after an upgrade of the grader: it
brings what is new, and says which of your files it left alone.
"""

import os
import shlex
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from grader.cli import courses, language, progress_notes
from grader.cli.exit_codes import PASSED
from grader.errors import UsageError
from grader.text import Message, Words, clean

if TYPE_CHECKING:
    from grader.practice import Handed

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
    from grader.practice import Home, Memory, hand_out

    words = language.words(args.lang)
    root = Path() if args.folder is None else args.folder
    _must_be_fit(root, is_named=args.folder is not None)
    course = courses.named(args.course, own=True) or packaged()
    home = Home(root)
    try:
        root.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            "{path} can't be written: {strerror}", path=root, strerror=error.strerror
        ) from None
    with Memory(home) as memory:
        progress_notes.put_aside(memory, words)
        handed = hand_out(course, home, memory)
    print(clean("\n".join(map(words, _said(root, handed)))))
    print(clean(_next(root, args.course, words)))
    return PASSED


def _must_be_fit(root: Path, *, is_named: bool) -> None:
    """Raise UsageError for a folder that is somebody else's, or is not meant."""
    from grader.course import above
    from grader.practice import MARK
    from grader.practice import above as home_above

    if root.exists() and not root.is_dir():
        raise UsageError("{root} is a file; name a folder: grader init DIR", root=root)
    place = root.resolve()
    course = above(place)
    if os.path.isdir(root / "exercises") or (course is not None and _is_of(course, place)):
        raise UsageError(
            "{root} holds a course; students work in a folder of their own: grader init DIR",
            root=place,
        )
    around = home_above(place)
    if around is not None and around.root != place:
        raise UsageError(
            "{root} lies in {home}, which grader init has made already; to get what is new, go "
            "there and run: grader init",
            root=root,
            home=around.root,
        )
    if not is_named and around is None and any(x != MARK for x in os.listdir(root)):
        raise UsageError(
            "other files are in {root}; name a folder for the exercises: grader init my-course "
            "(or `grader init .` for this one)",
            root=place,
        )


def _is_of(course: Path, place: Path) -> bool:
    """Whether a folder is one in which a course has its exercises."""
    return place.relative_to(course).parts[:1] in (("exercises",), ("solutions",))


def _said(root: Path, handed: "Handed") -> list[Message]:
    lines = []
    folders = dict.fromkeys(place.parts[0] for place in handed.new if len(place.parts) > 1)
    if len(handed.new) > SHORT:
        lines.append(
            Message(
                "{count} files in {root}, of {exercises} exercises",
                count=len(handed.new),
                root=root,
                exercises=len(folders),
            )
        )
    elif handed.new:
        lines.append(Message("new: {files}", files=", ".join(map(str, handed.new))))
    if handed.renewed:
        files = ", ".join(map(str, handed.renewed))
        lines.append(Message("brought up to date: {files}", files=files))
    if handed.left:
        lines.append(Message("left alone, since they are not as they were handed out:"))
        lines += [Message("  {file}", file=place) for place in handed.left]
        lines.append(
            Message("the course has other ones now; to get one, rename yours and run this again")
        )
    return lines or [Message("nothing is new: all files are as in the course, or yours")]


def _next(root: Path, course: Path | None, words: Words) -> str:
    lines = [] if root.resolve() == Path.cwd() else [f"  cd {shlex.quote(str(root))}"]
    if course is not None:
        lines.append(f"  export {courses.VARIABLE}={shlex.quote(str(course.resolve()))}")
    lines += [
        "  grader watch      " + words("grades at each save, the first exercise first"),
        "  grader list       " + words("the exercises, in order"),
    ]
    return "\n".join(["", words("next:"), *lines])
