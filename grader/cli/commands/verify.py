"""Have the course check itself: right files get full marks, known mistakes are caught and named."""

import sys
from argparse import ArgumentParser, Namespace

from grader.cli import courses, here
from grader.cli.exit_codes import NOT_PASSED, PASSED

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
    from grader.build import remember, render_verification, unchanged, verify_exercise
    from grader.cli import progress

    faults = 0
    for lesson in here.lessons_with_solution(args.exercises, args.course):
        known = unchanged(lesson)
        short = args.quick or (known and not args.whole)
        with progress.steps() as told:
            found = verify_exercise(lesson, told, quick=short)
        sys.stdout.write(render_verification(found))
        faults += len(found.faults)
        if short:
            sys.stdout.write(_SHORT_AS_UNCHANGED if known else _SHORT)
        elif not found.faults:
            remember(lesson)
    return NOT_PASSED if faults else PASSED
