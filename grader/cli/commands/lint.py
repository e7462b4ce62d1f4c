"""Say what is wrong in an exercise's files, without running any of it."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from grader.cli import courses
from grader.cli.exit_codes import NOT_PASSED, PASSED
from grader.text import clean

NAME, FOR, HELP = "lint", "authors", "find faults in an exercise's files, without running them"


def add_arguments(parser: ArgumentParser) -> None:
    """What can follow `grader lint`."""
    parser.add_argument("exercises", nargs="*", metavar="EXERCISE", help="all when none is named")
    courses.add_option(parser)


def run(args: Namespace) -> int:
    """Print a line for each fault: file, line, and what is wrong."""
    from grader.build import lint_course, lint_exercise

    course = courses.of_an_author(args.course)
    lessons = [course.lesson(name) for name in args.exercises]
    found = [fault for lesson in lessons for fault in lint_exercise(lesson)]
    if not lessons:
        found = lint_course(course)
    here = Path.cwd()
    for fault in found:
        print(clean(fault.text(here)))
    if not found:
        count = len(lessons or course.folders)
        print(f"no faults in {count} exercise{'s' * (count != 1)}")
    return NOT_PASSED if found else PASSED
