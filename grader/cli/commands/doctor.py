"""Try each layer of isolation, and show which of them this machine can have."""

import sys
from argparse import ArgumentParser, Namespace

from grader.cli.exit_codes import PASSED

NAME, FOR, HELP = "doctor", "instructors", "show which isolation this machine can have"


def add_arguments(parser: ArgumentParser) -> None:
    """Nothing follows `grader doctor`."""


def run(args: Namespace) -> int:
    """Print what was found."""
    from grader.cli.doctor_text import render
    from grader.sandbox import probe_all

    sys.stdout.write(render(list(probe_all())))
    return PASSED
