"""Data sets to train on. A new module or package here is a new set of `grader data`.

Modules whose names begin with `_` are not sets.
"""

import argparse
import importlib
import pkgutil
from typing import Protocol, cast

from grader.text import Message


class Dataset(Protocol):
    """What each set has. `grader data NAME DIR` writes it, with the options that it declares."""

    HELP: str

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Declare the options of this set."""

    def write_from(self, args: argparse.Namespace) -> Message:
        """Write the set into `args.directory`; says what was written. Raises UsageError."""


def names() -> list[str]:
    """The sets, by the name of their module."""
    found = (module.name for module in pkgutil.iter_modules(__path__))
    return [name for name in found if not name.startswith("_")]


def named(name: str) -> Dataset:
    """The set of this name."""
    return cast(Dataset, importlib.import_module(f"{__name__}.{name}"))


__all__ = ["Dataset", "named", "names"]
