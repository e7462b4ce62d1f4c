"""Say more of the hint on what the last check found.

Each time it says the next level; points and grades know nothing of it.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from grader.cli import courses, meaning, progress_notes, screen
from grader.cli.exit_codes import PASSED
from grader.errors import UsageError
from grader.text import clean

if TYPE_CHECKING:
    from grader.practice import Diagnosis

NAME, FOR, HELP = "hint", "students", "say more of the hint on what the last check found"


def add_arguments(parser: ArgumentParser) -> None:
    """What can follow `grader hint`."""
    parser.usage = "grader hint [EXERCISE] [CHECK or FUNCTION]"
    parser.add_argument("words", metavar="WHAT", nargs="*", help="an exercise, a check, a function")
    courses.add_option(parser)


def run(args: Namespace) -> int:
    """Print the levels that were shown, and the next one."""
    from grader import formats
    from grader.practice import Memory, above

    home = above(Path.cwd())
    if home is None:
        raise UsageError(
            "what a check found is remembered in a folder that `grader init` has made; go to yours"
        )
    meant = meaning.meant(args.words, [], args.course, own=True)
    with Memory(home) as memory:
        progress_notes.put_aside(memory)
        found = _asked(memory.diagnoses(meant.exercise), meant.only, meant.exercise)
        levels = min(max(memory.levels(meant.exercise, found.check), 1) + 1, len(found.hints))
        memory.shown(meant.exercise, found.check, levels)
    options = formats.Options(color=screen.color(), width=screen.width())
    print(formats.hint()(found.check, found.hints[:levels], options))
    more = f"more: grader hint {meant.exercise} {found.check}"
    print(clean(more if levels < len(found.hints) else "this is all that the hint says"))
    return PASSED


def _asked(found: "list[Diagnosis]", names: list[str], exercise: str) -> "Diagnosis":
    """The first one that is meant and has a hint; raises UsageError where there is none."""
    meant = [each for each in found if not names or {each.check, each.function} & {*names}]
    if not meant:
        raise UsageError(
            "nothing is known to be wrong there; first: grader check {exercise} {names}",
            exercise=exercise,
            names=" ".join(names),
        )
    hinted = [each for each in meant if each.hints]
    if not hinted:
        raise UsageError(
            "{check}: no mistake was recognised, and there is no other hint on it; "
            "its example can be tried: grader try {exercise} {check}",
            check=meant[0].check,
            exercise=exercise,
        )
    return hinted[0]
