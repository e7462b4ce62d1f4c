"""Have the course check itself: right files get full marks, known mistakes are caught and named."""

import os
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from grader.cli import courses, here
from grader.cli.exit_codes import INTERNAL, NOT_PASSED, PASSED

if TYPE_CHECKING:
    from grader.course import Lesson

NAME, FOR, HELP = "verify", "authors", "the course checks itself"

_SHORT = "in the short form, with one key\n"
_SHORT_AS_UNCHANGED = (
    "in the short form, with one key: no file has changed since it was verified whole "
    "(again: grader verify --whole)\n"
)


def add_arguments(parser: ArgumentParser) -> None:
    """What can follow `grader verify`."""
    parser.add_argument("exercises", nargs="*", metavar="EXERCISE", help="all when none is named")
    courses.add_option(parser)
    forms = parser.add_mutually_exclusive_group()
    forms.add_argument(
        "--quick", action="store_true", help="the short form: one key, and fewer random seeds"
    )
    forms.add_argument(
        "--whole",
        action="store_true",
        help="the long form, also where nothing has changed since the last one without a fault",
    )


def run(args: Namespace) -> int:
    """Verify each exercise, and print what was found.

    One that was verified whole, and has not changed since, is verified in the short form.
    """
    lessons = here.lessons_with_solution(args.exercises, args.course)
    if len(lessons) > 1:
        return _side_by_side(lessons, ["--whole"] * args.whole + ["--quick"] * args.quick)
    return _verified(lessons[0], args)


def _verified(lesson: "Lesson", args: Namespace) -> int:
    """Verify one exercise here."""
    from grader.build import remember, render_verification, unchanged, verify_exercise
    from grader.cli import progress

    known = unchanged(lesson)
    short = args.quick or (known and not args.whole)
    with progress.steps() as told:
        found = verify_exercise(lesson, told, quick=short)
    sys.stdout.write(render_verification(found))
    if short:
        sys.stdout.write(_SHORT_AS_UNCHANGED if known else _SHORT)
    elif not found.faults:
        remember(lesson)
    return NOT_PASSED if found.faults else PASSED


def _side_by_side(lessons: "Sequence[Lesson]", form: list[str]) -> int:
    """Verify several, each in a process of its own, as many at once as there are processors.

    The judges of one exercise are threads, which share one processor for all that Python does.
    """
    from grader.cli import progress

    def verified(lesson: "Lesson") -> "subprocess.CompletedProcess[str]":
        course = str(lesson.folder.parents[1])
        command = ["verify", lesson.exercise.name, "--course", course, *form]
        return subprocess.run(
            [sys.executable, "-m", "grader", *command], capture_output=True, text=True
        )

    worst, faults = PASSED, []
    with progress.steps() as told, ThreadPoolExecutor(os.cpu_count() or 1) as lanes:
        begun = {
            lesson.exercise.name: lanes.submit(verified, lesson) for lesson in _longest(lessons)
        }
        for number, lesson in enumerate(lessons, start=1):
            name = lesson.exercise.name
            done = begun[name].result()
            sys.stdout.write(done.stdout)
            sys.stdout.flush()
            sys.stderr.write(done.stderr)
            told(name, number, len(lessons))
            found = [line for line in done.stdout.splitlines() if line.startswith("FAULT ")]
            if done.returncode != PASSED:
                faults += [f"{name}: {line}" for line in found or ["see above"]]
            # One that was killed has a negative number.
            worst = max(worst, done.returncode if done.returncode >= 0 else INTERNAL)
    # Sixteen tables are long, and of a long log many a service shows the end alone.
    sys.stdout.writelines(f"{line}\n" for line in ["", "in all of them:", *faults] if faults)
    return worst


def _longest(lessons: "Sequence[Lesson]") -> "list[Lesson]":
    """First those that may take long: one of them alone at the end would be waited for."""

    def shortest_last(lesson: "Lesson") -> tuple[float, bool]:
        exercise = lesson.exercise
        return -exercise.limits.submission_seconds, exercise.framework == "numpy"

    return sorted(lessons, key=shortest_last)
