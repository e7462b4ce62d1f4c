"""Exercises in machine learning, checked by machine: true scores and helpful reports."""

import importlib
from typing import Any

__version__ = "0.1.0"


def load_ipython_extension(shell: Any) -> None:
    """What `%load_ext grader` calls: it gives a notebook `%grade` and `%hint`."""
    # By name: whatever imports the package would else depend on all that the magic needs.
    importlib.import_module("grader.cli.kernel").load(shell)
