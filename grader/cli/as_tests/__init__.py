"""The checks of an exercise as tests of pytest: what `pytest --grader` collects, runs and shows."""

from grader.cli.as_tests.hooks import begin

__all__ = ["begin"]
