"""`pytest --grader ex1 logistic.py`: each check is a test. It is off unless it is asked for.

pytest imports this module wherever the grader is installed, in any project. So it imports nothing
else of the grader until somebody asks.
"""

import importlib

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--grader` and `--grader-course`."""
    group = parser.getgroup("grader", "exercises that are checked by machine")
    group.addoption(
        "--grader",
        action="append",
        metavar="EXERCISE",
        help="run the checks of an exercise (ex1) as tests, and no other tests; the files behind "
        "it are graded (default: the exercise's own)",
    )
    group.addoption(
        "--grader-course",
        metavar="DIR",
        help="the course: a folder with exercises/ in it (default: GRADER_COURSE, else the one in "
        "which you stand, or the grader's own)",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Where it is asked for, let the grader say what is collected and run."""
    if config.getoption("grader"):
        # By name: this module is no part of the command line, and must not pay for it.
        importlib.import_module("grader.cli.as_tests").begin(config)
