"""Show the exercises of the course."""

from argparse import ArgumentParser, Namespace

from grader.cli import courses, first_steps, language, path_table, progress_notes, screen
from grader.cli.exit_codes import PASSED
from grader.text import clean

NAME, FOR, HELP = "list", "students", "show the exercises"


def add_arguments(parser: ArgumentParser) -> None:
    """What can follow `grader list`."""
    courses.add_option(parser, courses.ANY)
    language.add_option(parser)


def run(args: Namespace) -> int:
    """Print a line for each exercise, and in a student's folder the next step."""
    words = language.words(args.lang)
    course = courses.of_ones_own(args.course)
    for line in path_table.lines(course, screen.width(), words):
        print(line)
    if course.origin is not None:
        print(clean(words("course: {course}", course=course.origin)))
    if progress_notes.is_in_a_home():
        print("\n" + first_steps.shown(first_steps.next_step(course, words), words))
    return PASSED
