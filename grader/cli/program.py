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
from typing import Any, NoReturn, Protocol, cast

from grader import __version__
from grader.cli import commands, courses, similar
from grader.cli.exit_codes import INTERNAL, INTERRUPTED, NOT_PASSED, PASSED
from grader.errors import GraderError, UsageError
from grader.text import Message, clean


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


AUDIENCES = ("students", "instructors", "authors")
BEGINS = "new"
"""The author's command for which no course is needed."""


def found() -> list[Command]:
    """All commands, those for students first."""
    names = [module.name for module in pkgutil.iter_modules(commands.__path__)]
    modules = [
        cast(Command, importlib.import_module(f"{commands.__name__}.{name}")) for name in names
    ]
    return sorted(modules, key=lambda command: (AUDIENCES.index(command.FOR), command.NAME))


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line, and that takes words and options in any order."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As argparse does it, which leaves words over that stand behind an option."""
        namespace, rest = super().parse_known_args(args, namespace)
        found = getattr(namespace, "words", None)
        if found is not None and not any(word.startswith("-") for word in rest):
            found.extend(rest)
            return namespace, []
        for word in rest:
            close = similar.closest(word.partition("=")[0], self._option_string_actions)
            advice = Message("did you mean {close}?", close=close)
            if not close or not word.startswith("-"):
                advice = Message("see {prog} --help", prog=self.prog)
            raise UsageError("{word} is unknown here; {advice}", word=repr(word), advice=advice)
        return namespace, rest

    def error(self, message: str) -> NoReturn:
        """Raise UsageError."""
        raise UsageError("{message} (see {prog} --help)", message=message, prog=self.prog)


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    root = Parser(prog="grader", description="Exercises in machine learning, checked by machine.")
    root.add_argument("--version", action="version", version=f"grader {__version__}")
    added = root.add_subparsers(metavar="COMMAND")
    listed_here = AUDIENCES if courses.has_solutions() else AUDIENCES[:2]
    begins = (BEGINS,) if courses.is_none_here() else ()
    for command in found():
        audience = f" (for {command.FOR})" if command.FOR in AUDIENCES[1:] else ""
        # An author's commands are listed where there is something to build, and the one that begins
        # a course where there is none. They work all the same.
        listed = command.FOR in listed_here or command.NAME in begins
        told: dict[str, Any] = {"help": command.HELP + audience} if listed else {}
        own = added.add_parser(command.NAME, description=command.__doc__, **told)
        own.set_defaults(run=command.run, command=command.NAME)
        command.add_arguments(own)
    return root


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the exit code."""
    given = [*(sys.argv[1:] if argv is None else argv)]
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # where a name can't be printed
    kept = "what was graded is kept" if given[:1] == ["batch"] else "nothing was graded"
    try:
        return _run(given)
    except GraderError as error:
        print(f"grader: {clean(str(error))}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print(f"grader: interrupted; {kept}", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return NOT_PASSED
    except Exception as error:  # the edge: a fault of the grader's, shown in one line
        if os.environ.get("GRADER_DEBUG"):
            raise
        print(
            f"grader: internal error, {kept}: {type(error).__name__}: {error} "
            "(GRADER_DEBUG=1 shows where; please report it)",
            file=sys.stderr,
        )
        return INTERNAL


def _run(given: list[str]) -> int:
    if not given or given == ["--"]:
        from grader.cli import first_steps

        print(first_steps.text())
        return PASSED
    if given[0] == "help":
        given = [*given[1:2], "--help"]
    _must_be_command(given[0])
    args = parser().parse_args(given)
    return int(args.run(args))


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
