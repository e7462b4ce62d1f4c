"""Show the exercises of the course."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from grader.cli.exit_codes import PASSED

NAME, FOR, HELP = "list", "students", "show the exercises"


def add_arguments(parser: ArgumentParser) -> None:
    """Nothing follows `grader list`."""


def run(args: Namespace) -> int:
    """Print a line for each exercise."""
    from grader.course import find

    course = find(Path.cwd())
    for name in course.folders:
        exercise = course.lesson(name).exercise
        points = sum(check.points for check in exercise.checks)
        print(
            f"{name:6} {exercise.title:32} {exercise.module + '.py':16} "
            f"{len(exercise.checks):3} checks {points:4g} points"
        )
    return PASSED
