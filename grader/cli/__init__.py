"""The command line: arguments in, exit code out. Alone in printing and exiting."""

from grader.cli.program import main

__all__ = ["main"]
