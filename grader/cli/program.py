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
from grader.cli import commands, courses
from grader.cli.exit_codes import INTERNAL, INTERRUPTED, NOT_PASSED
from grader.errors import GraderError
from grader.text import clean


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


AUTHORS = "authors"
AUDIENCES = ("students", "instructors", AUTHORS)


def found() -> list[Command]:
    """All commands, those for students first."""
    names = [module.name for module in pkgutil.iter_modules(commands.__path__)]
    modules = [
        cast(Command, importlib.import_module(f"{commands.__name__}.{name}")) for name in names
    ]
    return sorted(modules, key=lambda command: (AUDIENCES.index(command.FOR), command.NAME))


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    root = argparse.ArgumentParser(
        prog="grader", description="Exercises in machine learning, checked by machine."
    )
    root.add_argument("--version", action="version", version=f"grader {__version__}")
    added = root.add_subparsers(required=True, metavar="COMMAND")
    has_solutions = courses.has_solutions()
    for command in found():
        audience = f" (for {command.FOR})" if command.FOR in AUDIENCES[1:] else ""
        # An author's commands are listed where there is something to build. They work all the same.
        listed = command.FOR != AUTHORS or has_solutions
        told: dict[str, Any] = {"help": command.HELP + audience} if listed else {}
        own = added.add_parser(command.NAME, description=command.__doc__, **told)
        own.set_defaults(run=command.run, command=command.NAME)
        command.add_arguments(own)
    return root


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the exit code."""
    args = parser().parse_args(argv)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # where a name can't be printed
    kept = "what was graded is kept" if args.command == "batch" else "nothing was graded"
    try:
        return int(args.run(args))
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
