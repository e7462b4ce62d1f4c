"""Show what a student will see of an exercise: the report on each known mistake.

With -o it is one page for a browser, with the task in both languages above. The page needs no other
file, and can be printed.
"""

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from grader.cli import courses, here, screen
from grader.cli.exit_codes import PASSED
from grader.errors import UsageError
from grader.text import clean

NAME, FOR, HELP = "preview", "authors", "what a student will see of each known mistake"


def add_arguments(parser: ArgumentParser) -> None:
    """What can follow `grader preview`."""
    parser.add_argument("exercise", metavar="EXERCISE", help="its name: ex1")
    parser.add_argument(
        "words",
        nargs="*",
        metavar="MISTAKE",
        help="files of wrong/, or graded functions (default: all)",
    )
    parser.add_argument("-o", "--output", type=Path, metavar="PAGE", help="write a page: page.html")
    courses.add_option(parser)


def run(args: Namespace) -> int:
    """Judge the known mistakes, and print or write what their students see."""
    from grader import build, formats
    from grader.cli import progress
    from grader.course import read_key, write_whole

    (lesson,) = here.lessons_with_solution([args.exercise], args.course)
    if args.output is not None:
        _must_be_free(args.output)
    paths = build.chosen_mistakes(lesson, args.words)
    key = read_key(lesson.key_path)
    stale = [f"{fault.path.name}: {fault.message}" for fault in build.stale_files(lesson, key)]
    with progress.steps() as told:
        seen = build.see_mistakes(lesson, key, paths, told)
    if args.output is None:
        options = formats.Options(color=screen.color(), width=screen.width())
        print(build.render_preview(lesson, seen, stale, options))
    else:
        write_whole(args.output, build.render_preview_page(lesson, seen, stale).encode())
        count = f"{len(seen)} known mistake{'' if len(seen) == 1 else 's'}"
        print(clean(f"{args.output}: the task, and {count}"))
    for path, line, tex in build.formulas_left(lesson):
        where = f"{os.path.relpath(path)}:{line}"
        print(clean(f"{where}: this formula stays as it is written: {tex}"), file=sys.stderr)
    return PASSED


def _must_be_free(path: Path) -> None:
    """Raise UsageError for a file that is no earlier page: it would be lost."""
    from grader import build

    if path.is_dir() or not path.parent.is_dir():
        raise UsageError("-o {path}: name a file in a folder that is there", path=path)
    if path.exists() and not build.is_preview_page(
        path.read_text(encoding="utf-8", errors="replace")
    ):
        raise UsageError("{path} is there and is no page of a preview; name another", path=path)
