"""Grade one file, and say what is wrong, on a small example."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from grader import formats
from grader.cli import courses, here, live, meaning, screen, spinner, suggest
from grader.cli.exit_codes import NOT_PASSED, PASSED, UNGRADED
from grader.errors import SandboxError
from grader.text import clean

if TYPE_CHECKING:
    from grader.authoring import Check
    from grader.cli.here import Work
    from grader.course import Lesson
    from grader.report import Report

NAME, FOR, HELP = "check", "students", "grade a file"

FRAMEWORKS = {"numpy": "NumPy", "tensorflow": "TensorFlow"}
"""How the names of frameworks are written."""


def add_arguments(parser: ArgumentParser) -> None:
    """What can follow `grader check`."""
    parser.usage = "grader check [EXERCISE] [FILE] [NAME ...] [OPTION ...]"
    parser.add_argument(
        "words",
        metavar="WHAT",
        nargs="*",
        help="an exercise (ex1), a file (default: the exercise's own), checks or functions; "
        "an exercise that is not named is found by the others, or by where you are",
    )
    courses.add_option(parser)
    parser.add_argument("--only", action="append", metavar="NAME", help="a check or a function")
    parser.add_argument("--format", choices=formats.names(), default="terminal")
    parser.add_argument(
        "-v", "--verbose", action="store_true", help="every failure whole, output, key, time"
    )
    parser.add_argument("--key", type=Path, metavar="KEY", help="another answer key")
    live.add_option(parser)
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

    own = args.isolation == Tier.OPEN.value
    meant = meaning.meant(args.words, args.only or [], args.course, own=own)
    if meant.guessed:
        print(clean(f"grader: taken for: {meant.command()}"), file=sys.stderr)
    work = here.work(meant.exercise, meant.file, args.course, own=own)
    lesson, path, only = work.lesson, work.path, meant.only
    here.must_be_checks(lesson, only)
    tier = Tier.OPEN if args.isolation == "open" else choose(args.isolation)
    private = [*lesson.private, path.parent, *([args.key.parent] if args.key else [])]
    framework = lesson.exercise.framework
    with (
        spinner.shown(f"starting {FRAMEWORKS.get(framework, framework)}") as say,
        start(framework, tier, private) as zygote,
    ):
        # All of this is imported and read while the zygote imports its framework.
        from grader.course import read_key
        from grader.judge import judge, read_submission

        render = formats.named(args.format)
        submission = read_submission(path, given=lesson.exercise.given)
        key = read_key(args.key or lesson.key_path)
        shrink = live.shrinking(lesson, zygote, args.shrink)
        with suppress(SandboxError):  # judge() says of which checks it is the reason
            zygote.ready()
        say(f"loading {clean(path.name)}")
        told = _told(say, lesson, only)
        report = judge(lesson, key, submission, zygote, only=only, shrink=shrink, told=told)
    arguments = suggest.arguments(work, args, named=meant.file is not None)
    options = formats.Options(args.verbose, screen.color(), screen.width(), arguments=arguments)
    sys.stdout.write(render(_for_the_reader(report, work), options))
    if meant.file is None or meant.of_folder:
        _mention_another(work, report)
        _mention_notebook(path, report)
    return _exit_code(report)


def _told(
    say: Callable[[str], None], lesson: "Lesson", only: Collection[str]
) -> "Callable[[Check], None]":
    """Says which check is begun, and how many there are."""
    checks = [c for c in lesson.exercise.checks if not only or {c.name, c.function} & {*only}]
    return lambda check: say(f"{check.name}, {checks.index(check) + 1} of {len(checks)}")


def _for_the_reader(report: "Report", work: "Work") -> "Report":
    """The report with the file's path, and without lines of a file that a link leads to.

    Such a file may be no source at all, and then each of its lines is a syntax error.
    """
    problems = report.problems
    if work.linked:
        problems = tuple(replace(problem, text="") for problem in problems)
    return replace(report, submission=suggest.as_seen_from_here(work.path), problems=problems)


def _mention_another(work: "Work", report: "Report") -> None:
    """Two files of one name, here and in exercises/, are easily taken for each other."""
    if work.also:
        print(
            f"grader: {suggest.as_seen_from_here(work.path)} was graded; there is another one, "
            f"to grade it: grader check {report.exercise} {work.also}",
            file=sys.stderr,
        )


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
