"""Have the course check itself: right files get full marks, known mistakes are caught and named."""

import sys
from argparse import ArgumentParser, Namespace

from grader.cli import courses, here
from grader.cli.exit_codes import NOT_PASSED, PASSED

NAME, FOR, HELP = "verify", "authors", "the course checks itself"


def add_arguments(parser: ArgumentParser) -> None:
    """What can follow `grader verify`."""
    parser.add_argument("exercises", nargs="*", metavar="EXERCISE", help="all when none is named")
    courses.add_option(parser)
    parser.add_argument("--quick", action="store_true", help="one key, and fewer random seeds")


def run(args: Namespace) -> int:
    """Verify each exercise, and print what was found."""
    from grader.build import render_verification, verify_exercise
    from grader.cli import progress

    faults = 0
    for lesson in here.lessons_with_solution(args.exercises, args.course):
        with progress.steps() as told:
            found = verify_exercise(lesson, told, quick=args.quick)
        sys.stdout.write(render_verification(found))
        faults += len(found.faults)
    return NOT_PASSED if faults else PASSED
