"""Say more of the hint on what the last check found.

Each time it says the next level; points and grades know nothing of it. Where no exercise is named,
it is the one that was graded last.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from grader.cli import courses, here, hints, language, meaning, progress_notes, screen
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
    from grader.course import read_words
    from grader.practice import above

    words = language.words(args.lang)
    home = above(Path.cwd())
    if home is None:
        progress_notes.must_not_be_lost(courses.of_ones_own(args.course))
        raise UsageError(
            "what a check found is remembered in a folder that `grader init` has made; go to yours"
        )
    with progress_notes.opened(home, words) as memory:
        exercise, names = _meant(args.words, args.course, memory.last_asked())
        told = hints.one_more(memory, exercise, names)
    key = courses.of_ones_own(args.course).lesson(exercise).key_path
    print(told.text(exercise, words.language, read_words(key, words.language)))
    if told.unkept:
        screen.note(words(told.unkept))
    return PASSED


def _meant(words: Sequence[str], option: Path | None, last: str | None) -> tuple[str, list[str]]:
    """The exercise, and checks or functions of it: of the one graded last, if it has all of them.

    Raises UsageError where it can't be told.
    """
    course = courses.of_ones_own(option)
    if last is not None and course.has(last) and {*words} <= {*here.names_of(course.lesson(last))}:
        return last, [*words]
    if not words:
        raise UsageError(
            "nothing was graded here yet; first: grader check {exercise}",
            exercise=course.path[0].exercise.name,
        )
    meant = meaning.meant(words, [], option, own=True)
    return meant.exercise, meant.only
