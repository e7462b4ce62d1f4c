"""Say more of the hint on what the last check found.

Each time it says the next level; points and grades know nothing of it.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from grader.cli import courses, hints, language, meaning, progress_notes
from grader.cli.exit_codes import PASSED
from grader.errors import UsageError

NAME, FOR, HELP = "hint", "students", "say more of the hint on what the last check found"


def add_arguments(parser: ArgumentParser) -> None:
    """What can follow `grader hint`."""
    parser.usage = "grader hint [EXERCISE] [CHECK or FUNCTION]"
    parser.add_argument("words", metavar="WHAT", nargs="*", help="an exercise, a check, a function")
    courses.add_option(parser)
    language.add_option(parser)


def run(args: Namespace) -> int:
    """Print the levels that were shown, and the next one."""
    from grader.practice import Memory, above

    spoken = language.chosen(args.lang)
    home = above(Path.cwd())
    if home is None:
        raise UsageError(
            "what a check found is remembered in a folder that `grader init` has made; go to yours"
        )
    meant = meaning.meant(args.words, [], args.course, own=True)
    with Memory(home) as memory:
        progress_notes.put_aside(memory)
        told = hints.one_more(memory, meant.exercise, meant.only)
    print(told.text(meant.exercise, spoken))
    return PASSED
