"""Say which exercise comes next: the first on the course's path that is not done."""

from argparse import ArgumentParser, Namespace

from grader.cli import courses, first_steps, language
from grader.cli.exit_codes import PASSED

NAME, FOR, HELP = "next", "students", "say what to do next"


def add_arguments(parser: ArgumentParser) -> None:
    """What can follow `grader next`."""
    courses.add_option(parser)
    language.add_option(parser)


def run(args: Namespace) -> int:
    """Print the next step."""
    words = language.words(args.lang)
    step = first_steps.next_step(courses.of_ones_own(args.course), words)
    print(first_steps.shown(step, words))
    return PASSED
