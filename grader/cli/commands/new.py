"""Begin an exercise, and in an empty folder a course. It builds at once.

Each function gets a check of its shape and one of its values, and where arrays
could be changed in place or a gradient could be lost, one of that. Its inputs
are guessed from the arguments' names. A placeholder stands for what only you
can write; `grader verify` names each with its file and line.
"""

import os
import shlex
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from pathlib import Path

from grader.cli import courses
from grader.cli.exit_codes import PASSED
from grader.text import clean

NAME, FOR, HELP = "new", "authors", "begin an exercise, or a course in an empty folder"

_EXAMPLE = """example:
  grader new ex1 --title "Scaled columns" --module scaling \\
    --functions "scale(X)"
"""


def add_arguments(parser: ArgumentParser) -> None:
    """What can follow `grader new`."""
    parser.formatter_class = RawDescriptionHelpFormatter
    parser.epilog = _EXAMPLE
    parser.add_argument("exercise", metavar="EXERCISE", help="its name: ex17")
    parser.add_argument("--title", help="the title in English")
    parser.add_argument("--title-zh", metavar="TITLE", help="the title in Chinese")
    parser.add_argument("--module", metavar="NAME", help="the file that students write")
    parser.add_argument(
        "--functions",
        nargs="+",
        default=[],
        metavar="F",
        help='the graded functions: "f(x, y)" "g(X)"',
    )
    parser.add_argument(
        "--framework",
        choices=("numpy", "tensorflow"),
        default="numpy",
        help="what its arguments are made of (default: numpy, which starts at once)",
    )
    parser.add_argument(
        "--after", nargs="+", default=[], metavar="EX", help="exercises that come before it"
    )
    courses.add_option(parser, "the one in which you stand, or a new one there")


def run(args: Namespace) -> int:
    """Write the files, and print which, and what to do next."""
    from grader import build

    root, is_new = courses.to_begin_in(args.course)
    plan = build.plan_exercise(
        root,
        args.exercise,
        title=args.title,
        title_zh=args.title_zh,
        module=args.module,
        functions_=args.functions,
        framework=args.framework,
        after=args.after,
    )
    files = build.exercise_files(plan)
    if is_new:
        of_course = build.course_files(plan)
        files |= {path: text for path, text in of_course.items() if not (root / path).exists()}
    build.write_new(root, files)
    for path in files:
        print(clean(os.path.relpath(root / path)))
    print(_next(plan.name, plan.folder, plan.functions[0].name, root, args.course))
    print(_another(plan.name, root), end="")
    return PASSED


def _another(name: str, root: Path) -> str:
    """That an exercise of the grader's own course has the same name, if one has."""
    from grader.course import packaged

    own = packaged()
    if own.root == root.resolve() or not own.has(name):
        return ""
    title, course = own.lesson(name).exercise.title, shlex.quote(str(root.resolve()))
    return (
        clean(f"\nThe grader comes with a course that has an {name}, too ({title}).")
        + clean(f"\nOutside of your course, name yours: --course {course}")
        + "\n"
    )


def _next(name: str, folder: str, function: str, root: Path, option: Path | None) -> str:
    """Three commands that show what was begun."""
    course = "" if option is None else f" --course {shlex.quote(str(option))}"
    wrong = os.path.relpath(root / "solutions" / folder / "wrong" / f"{function}_doubled.py")
    return clean(
        f"\nnext:\n"
        f"  grader build {name}{course}\n"
        f"  grader check {name} {shlex.quote(wrong)}{course}\n"
        f"  grader verify {name}{course}    (names what you have still to write)"
    )
