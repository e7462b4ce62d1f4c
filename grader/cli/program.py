"""Find the command that was asked for, run it, and turn what it raises into one line.

A command is a module of `grader.cli.commands`. What it needs is imported when it runs, so that
`--help` answers at once.
"""

import argparse
import importlib
import io
import os
import pkgutil
import sys
from collections.abc import Sequence
from typing import Any, Protocol, cast

from grader import __version__
from grader.cli import commands, courses, language, screen, similar
from grader.cli.exit_codes import INTERNAL, INTERRUPTED, NOT_PASSED, PASSED
from grader.cli.parsing import Parser
from grader.errors import GraderError, UsageError
from grader.text import Message, Words, template


class Command(Protocol):
    """What every module of `grader.cli.commands` has."""

    NAME: str
    """The word after `grader`."""
    FOR: str
    """Who uses it: one of AUDIENCES, in whose order `--help` lists the commands."""
    HELP: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare what can follow the command's name."""

    def run(self, args: argparse.Namespace) -> int:
        """Run the command; the exit code."""


AUDIENCES = {
    "students": "{help}",
    "instructors": template("{help} (for instructors)"),
    "authors": template("{help} (for authors)"),
}
"""Who uses a command, in the order of `--help`, and how that says so."""

BEGINS = "new"
"""The author's command for which no course is needed."""


def found() -> list[Command]:
    """All commands, those for students first."""
    names = [module.name for module in pkgutil.iter_modules(commands.__path__)]
    modules = [
        cast(Command, importlib.import_module(f"{commands.__name__}.{name}")) for name in names
    ]
    order = [*AUDIENCES]
    return sorted(modules, key=lambda command: (order.index(command.FOR), command.NAME))


DESCRIPTION = template("Exercises in machine learning, checked by machine.")


def parser(spoken: str = language.ENGLISH) -> argparse.ArgumentParser:
    """The parser of the whole command line, whose help is in a language."""
    words = Words(spoken)
    root = Parser(prog="grader", description=DESCRIPTION, words=words)
    root.add_argument("--version", action="version", version=f"grader {__version__}")
    language.add_option(root)
    root.set_defaults(lang=None, run=_first_steps)
    added = root.add_subparsers(metavar="COMMAND")
    listed_here = [*AUDIENCES] if courses.has_solutions() else [*AUDIENCES][:2]
    begins = (BEGINS,) if courses.is_none_here() else ()
    for command in found():
        # An author's commands are listed where there is something to build, and the one that begins
        # a course where there is none. They work all the same.
        listed = command.FOR in listed_here or command.NAME in begins
        said = words(Message(AUDIENCES[command.FOR], help=Message(command.HELP)))
        told: dict[str, Any] = {"help": said} if listed else {}
        own = added.add_parser(command.NAME, description=command.__doc__, **told)
        own.set_defaults(run=command.run, command=command.NAME)
        command.add_arguments(own)
    return root


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the exit code."""
    given = [*(sys.argv[1:] if argv is None else argv)]
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # where a name can't be printed
    words = Words(language.of_command_line(given))
    kept = language.NOTHING
    if given[:1] == ["batch"]:
        kept = Message("what was graded is kept")
    try:
        return _run(given, words)
    except GraderError as error:
        screen.note(language.said(error, words))
        return error.exit_code
    except KeyboardInterrupt:
        screen.note(words("interrupted; {kept}", kept=kept))
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return NOT_PASSED
    except Exception as error:  # the edge: a fault of the grader's, shown in one line
        if os.environ.get("GRADER_DEBUG"):
            raise
        screen.note(words(language.fault(error, kept)))
        return INTERNAL


def _run(given: list[str], words: Words) -> int:
    if given[:1] == ["help"]:
        given = [*given[1:], "--help"]
    if given:
        _must_be_command(given[0])
    args = parser(words.language).parse_args(given)
    return int(args.run(args))


def _first_steps(args: argparse.Namespace) -> int:
    """What `grader` alone says."""
    from grader.cli import first_steps

    print(first_steps.text(language.words(args.lang)))
    return PASSED


def _must_be_command(word: str) -> None:
    """Raise UsageError for a first word that is no command, with what could be meant by it."""
    names = [command.NAME for command in found()]
    if word.startswith("-") or word in names:
        return
    close = similar.closest(word, names)
    if not close and (os.path.lexists(word) or word.casefold().startswith("ex")):
        close = f"check {word}"
    advice = Message("did you mean grader {close}?", close=close)
    if not close:
        advice = Message("there are {names}", names=", ".join(names))
    raise UsageError("there is no command {word}; {advice}", word=repr(word), advice=advice)
