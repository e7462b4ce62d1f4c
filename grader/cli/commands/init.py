"""Give yourself the exercises: a folder with the files to write in, and what to read.

Nothing that you have written is ever written over. Run it again after an upgrade of the grader: it
brings what is new, and says which of your files it left alone.
"""

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from grader.cli import courses, progress_notes
from grader.cli.exit_codes import PASSED
from grader.errors import UsageError
from grader.text import clean

if TYPE_CHECKING:
    from grader.practice import Handed

NAME, FOR, HELP = "init", "students", "get the exercises, in a folder of your own"


def add_arguments(parser: ArgumentParser) -> None:
    """What can follow `grader init`."""
    parser.add_argument("folder", metavar="DIR", nargs="?", type=Path, default=Path())
    courses.add_option(parser)


def run(args: Namespace) -> int:
    """Copy the exercises into the folder, and say what comes next."""
    from grader.course import packaged
    from grader.practice import Home, Memory, hand_out

    root = args.folder
    if root.exists() and not root.is_dir():
        raise UsageError("{root} is a file; name a folder: grader init DIR", root=root)
    if os.path.isdir(root / "exercises"):
        raise UsageError(
            "{root} holds a course; students work in a folder of their own: grader init DIR",
            root=root.resolve(),
        )
    course = courses.named(args.course, own=True) or packaged()
    home = Home(root)
    with Memory(home) as memory:
        progress_notes.put_aside(memory)
        handed = hand_out(course, home, memory)
    print(clean(_said(root, handed)))
    print(clean(_next(root)))
    return PASSED


def _said(root: Path, handed: "Handed") -> str:
    lines = []
    folders = dict.fromkeys(place.parts[0] for place in handed.new if len(place.parts) > 1)
    if folders:
        lines.append(f"{len(handed.new)} files in {root}, of {len(folders)} exercises")
    elif handed.new:
        lines.append(f"new: {', '.join(map(str, handed.new))}")
    if handed.renewed:
        lines.append(f"brought up to date: {', '.join(map(str, handed.renewed))}")
    for place in handed.left:
        lines.append(f"left alone, since you have changed it: {place}")
    return "\n".join(lines or ["nothing is new: all files are as in the course, or yours"])


def _next(root: Path) -> str:
    go = "" if root.resolve() == Path.cwd() else f"  cd {root}\n"
    lines = ["  grader list       the exercises, in order", "  grader next       what to do first"]
    return f"\nnext:\n{go}" + "\n".join(lines)
