"""Show the exercises of the course."""

from argparse import ArgumentParser, Namespace

from grader.cli import courses
from grader.cli.exit_codes import PASSED
from grader.report import sum_of_points
from grader.text import clean

NAME, FOR, HELP = "list", "students", "show the exercises"


def add_arguments(parser: ArgumentParser) -> None:
    """What can follow `grader list`."""
    courses.add_option(parser)


def run(args: Namespace) -> int:
    """Print a line for each exercise."""
    course = courses.of_ones_own(args.course)
    for name in course.folders:
        exercise = course.lesson(name).exercise
        points = sum_of_points(check.points for check in exercise.checks)
        print(
            f"{name:6} {exercise.title:32} {exercise.module + '.py':16} "
            f"{len(exercise.checks):3} checks {points:4g} points"
        )
    if course.origin is not None:
        print(clean(f"course: {course.origin}"))
    return PASSED
