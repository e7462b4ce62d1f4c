"""Grade one file, and say what is wrong on the smallest example."""

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from grader import formats
from grader.cli import here, screen
from grader.cli.exit_codes import NOT_PASSED, PASSED, UNGRADED

if TYPE_CHECKING:
    from grader.course import Lesson
    from grader.judge import Shrink
    from grader.report import Report
    from grader.sandbox import Workers

NAME, FOR, HELP = "check", "students", "grade a file"


def add_arguments(parser: ArgumentParser) -> None:
    """What can follow `grader check`."""
    parser.add_argument("exercise", metavar="EXERCISE", help="its name: ex1")
    parser.add_argument("file", metavar="FILE", nargs="?", help="default: the exercise's own file")
    parser.add_argument("--only", action="append", metavar="NAME", help="a check or a function")
    parser.add_argument("--format", choices=formats.names(), default="terminal")
    parser.add_argument("-v", "--verbose", action="store_true", help="names, output, key, time")
    parser.add_argument("--key", type=Path, metavar="KEY", help="another answer key")
    parser.add_argument(
        "--shrink",
        type=float,
        default=2.0,
        metavar="SECONDS",
        help="time to look for a smaller failing input, where the solution is at hand (default 2)",
    )
    parser.add_argument(
        "--isolation",
        choices=["sealed", "confined", "open", "auto"],
        default="open",
        help="how the file's code is isolated: `open` (default) is for a file of your own, `auto` "
        "takes the strongest tier that can be had; see grader doctor",
    )


def run(args: Namespace) -> int:
    """Grade the file and print its report; the exit code says whether every check passed."""
    from grader.report import Tier
    from grader.sandbox import choose, start

    lesson = here.lesson_named(args.exercise)
    here.must_be_checks(lesson, args.only or [])
    path = here.file_to_grade(lesson, args.file)
    tier = Tier.OPEN if args.isolation == "open" else choose(args.isolation)
    private = [*lesson.private, path.parent, *([args.key.parent] if args.key else [])]
    with start(lesson.exercise.framework, tier, private) as zygote:
        # All of this is imported and read while the zygote imports its framework.
        from grader.course import read_key
        from grader.judge import judge, read_submission

        render = formats.named(args.format)
        submission = read_submission(path, given=lesson.exercise.given)
        key = read_key(args.key or lesson.key_path)
        shrink = _shrinking(lesson, zygote, args.shrink)
        report = judge(lesson, key, submission, zygote, only=args.only or (), shrink=shrink)
    options = formats.Options(args.verbose, screen.color(), screen.width())
    sys.stdout.write(render(report, options))
    if args.file is None:
        _mention_notebook(path, report)
    return _exit_code(report)


def _mention_notebook(path: Path, report: "Report") -> None:
    """Both stubs lie in exercises/: a student who writes in the notebook would see only zeros."""
    from grader.report import Verdict

    notebook = path.with_suffix(".ipynb")
    attempted = any(check.verdict is not Verdict.NOT_ATTEMPTED for check in report.checks)
    if attempted or notebook == path or not notebook.is_file():
        return
    where = os.path.relpath(notebook)
    print(
        f"grader: nothing is attempted in {path.name}; "
        f"to grade the notebook: grader check {report.exercise} {where}",
        file=sys.stderr,
    )


def _exit_code(report: "Report") -> int:
    from grader.report import Status

    if report.status is Status.UNGRADED:
        return UNGRADED
    return PASSED if report.passed else NOT_PASSED


def _shrinking(lesson: "Lesson", zygote: "Workers", seconds: float) -> "Shrink | None":
    if not lesson.has_solution or seconds <= 0:
        return None
    from grader.authoring import Check
    from grader.judge import Failure, Implementation

    def shrink(check: Check, student: Implementation) -> Failure | None:
        # Hypothesis is imported only when a failure is there to be shrunk.
        from grader.build import live, load_strategies

        strategies = load_strategies(lesson.inputs, lesson.exercise.checks)
        units = [lesson.unit(lesson.reference)]
        request = lesson.load_request(units)
        with Implementation(zygote, request, lesson.exercise.limits) as reference:
            return live(check, strategies[check.name], student, reference, seconds)

    return shrink
