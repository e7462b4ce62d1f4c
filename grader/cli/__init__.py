"""The command line: arguments in, exit code out. Alone in printing and exiting."""

from grader.cli.main import main

__all__ = ["main"]
