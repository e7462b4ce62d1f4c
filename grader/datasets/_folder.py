"""The folder of a set: new, empty, or one of the same set, which a file in it says."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from grader.errors import UsageError
from grader.text import Message

Record = Mapping[str, float]
"""The options that a set was drawn with, by their names."""


def check(name: str, value: float, low: float, high: float | None) -> None:
    """Raises UsageError where an option is out of its range, or is no number."""
    if not value >= low or (high is not None and value > high):
        allowed = Message("at least {low}", low=low)
        if high is not None:
            allowed = Message("from {low} to {high}", low=low, high=high)
        raise UsageError(
            "{name} is {value}: it must be {allowed}", name=name, value=value, allowed=allowed
        )


def recorded(directory: Path, file: str) -> dict[str, float] | None:
    """How the set in a directory was drawn; None where that is not known."""
    try:
        found = json.loads((directory / file).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def claim(directory: Path, file: str, record: Record) -> None:
    """Make the directory; raises UsageError where there is something else in it than this set."""
    if directory.exists() and not directory.is_dir():
        raise UsageError(
            "{directory} is a file: name a folder that is new or empty", directory=directory
        )
    directory.mkdir(parents=True, exist_ok=True)
    found = recorded(directory, file)
    if found is not None and found != record:
        options = " ".join(f"--{name} {value}" for name, value in found.items())
        raise UsageError(
            "{directory} holds a set that was drawn with {options}; "
            "draw with the same, or name a folder that is new or empty",
            directory=directory,
            options=options,
        )
    if found is None and any(directory.iterdir()):
        raise UsageError(
            "{directory} is not empty: name a folder that is new or empty", directory=directory
        )
    (directory / file).write_text(json.dumps(record) + "\n", encoding="utf-8")


@contextmanager
def writing(directory: Path) -> Iterator[None]:
    """Raises UsageError in the place of an OSError, such as a full disk's."""
    try:
        yield
    except OSError as error:
        raise UsageError(
            "cannot write {where}: {strerror}",
            where=error.filename or directory,
            strerror=error.strerror or error,
        ) from error
