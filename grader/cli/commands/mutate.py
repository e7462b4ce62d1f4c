"""Test the tests: change right files in one place each, and see which changes no check notices."""

import re
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace

from grader.cli import courses, here
from grader.cli.exit_codes import INTERRUPTED, NOT_PASSED, PASSED
from grader.errors import UsageError

NAME, FOR, HELP = "mutate", "authors", "test the tests: which changes does no check notice?"


def add_arguments(parser: ArgumentParser) -> None:
    """What can follow `grader mutate`."""
    parser.add_argument("exercises", nargs="*", metavar="EXERCISE", help="all when none is named")
    courses.add_option(parser)
    parser.add_argument(
        "--budget",
        type=seconds,
        metavar="TIME",
        help="how long for each exercise: 90s, 5m (default: 120s); what has been begun by then is "
        "looked at to its end",
    )
    parser.add_argument(
        "--count", type=number, metavar="N", help="so many changes, however long it takes"
    )
    parser.add_argument(
        "--seed", type=int, default=0, help="another order, other fresh inputs (default: 0)"
    )
    parser.add_argument(
        "--unnamed", action="store_true", help="show all of which no cause is told, as diffs"
    )
    parser.add_argument("--adopt", metavar="ID", help="write this one as a file in wrong/")


def seconds(text: str) -> float:
    """A time: 90, 90s or 5m."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(s|m|min)?", text.strip())
    if found is None or float(found[1]) <= 0:
        raise ArgumentTypeError(f"{text!r} is no time; write 90s or 5m")
    return float(found[1]) * (60 if found[2] in ("m", "min") else 1)


def number(text: str) -> int:
    """How many: 1 or more."""
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"{text!r} is no number of changes; write 100")
    return int(text)


def run(args: Namespace) -> int:
    """Try changes of each exercise's right files, and print what became of them."""
    from grader.build import Budget, adopt, hunt, render_round
    from grader.cli import progress

    lessons = here.lessons_with_solution(args.exercises, args.course)
    if args.adopt is not None:
        if len(lessons) > 1:
            raise UsageError("--adopt is for one exercise; name it: grader mutate ex1 --adopt ID")
        print(f"{adopt(lessons[0], args.adopt)}: write its hint, then `grader build`")
        return PASSED
    budget = Budget(args.budget, args.count)
    if args.budget is None and args.count is None:
        budget = Budget(120.0)
    found_one = False
    for lesson in lessons:
        with progress.steps() as told:
            found = hunt(lesson, budget, told, seed=args.seed)
        sys.stdout.write(render_round(found, lesson, raw=args.unnamed))
        if found.interrupted:
            return INTERRUPTED
        found_one = found_one or found.has_survivors
    return NOT_PASSED if found_one else PASSED
