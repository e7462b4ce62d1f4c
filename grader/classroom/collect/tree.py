"""Look into a folder that may be hostile: follow no link, wait for no pipe, and come to an end."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from grader.errors import SubmissionError
from grader.text import Message, shown

_MAX_ENTRIES = 200_000
_MAX_DEPTH = 32
_MAX_NOTES = 5
_SKIPPED = {"__pycache__", "__macosx", "node_modules", "site-packages"}
_ENVIRONMENT = "pyvenv.cfg"
"""Beside it lies a virtual environment, which is not the student's work."""


@dataclass(frozen=True)
class Found:
    """A regular file: where it is, and its path in the folder that was walked, with slashes."""

    path: Path
    name: str


@dataclass
class Walk:
    """What a folder holds, the shallow files first, and notes on what was passed over."""

    files: list[Found] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)

    def note(self, text: Message) -> None:
        """Keep a note, up to a limit."""
        if len(self.notes) < _MAX_NOTES:
            self.notes.append(text)


def walk(folder: Path) -> Walk:
    """The regular files in `folder` and below, by depth and then by name; no hidden ones."""
    found = Walk()
    seen = 0
    level = [(folder, "")]
    for _ in range(_MAX_DEPTH):
        below: list[tuple[Path, str]] = []
        for place, prefix in level:
            entries = _entries(place, prefix, found)
            seen += len(entries)
            if seen > _MAX_ENTRIES:
                found.note(
                    Message(
                        "it holds more than {count} files; not all were looked at",
                        count=_MAX_ENTRIES,
                    )
                )
                return found
            if all(entry.name != _ENVIRONMENT for entry in entries):
                below += _sorted(entries, prefix, found)
        level = below
    if level:
        found.note(
            Message(
                "{folder}... lies too deep; it was not looked at", folder=shown(level[0][1][:80])
            )
        )
    return found


def _entries(folder: Path, prefix: str, found: Walk) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            visible = (entry for entry in _bounded(entries) if not _skipped(entry.name))
            return sorted(visible, key=lambda entry: entry.name)
    except OSError as error:
        found.note(
            Message(
                "{folder} can't be read: {reason}",
                folder=shown(prefix) or Message("the folder"),
                reason=error.strerror or error,
            )
        )
        return []


def _bounded(entries: Iterator[os.DirEntry[str]]) -> Iterator[os.DirEntry[str]]:
    for number, entry in enumerate(entries):
        if number > _MAX_ENTRIES:
            return
        yield entry


def _skipped(name: str) -> bool:
    return name.startswith(".") or name.lower() in _SKIPPED


def _sorted(
    entries: list[os.DirEntry[str]], prefix: str, found: Walk
) -> Iterator[tuple[Path, str]]:
    """The folders among `entries`. Files are added to what was found, and the rest is noted."""
    for entry in entries:
        name = prefix + entry.name
        match kind(entry):
            case "folder":
                yield Path(entry.path), f"{name}/"
            case "file":
                found.files.append(Found(Path(entry.path), name))
            case what:
                found.note(Message("{name} is {what}", name=shown(name), what=what))


def kind(entry: os.DirEntry[str]) -> str | Message:
    """`folder`, `file`, or what else it is."""
    try:
        if entry.is_symlink():
            return Message("a symbolic link, which is never followed")
        if entry.is_dir(follow_symlinks=False):
            return "folder"
        return "file" if entry.is_file(follow_symlinks=False) else Message("not a regular file")
    except OSError as error:
        return Message("unreadable: {reason}", reason=error.strerror or error)


def read(path: Path, limit: int) -> bytes:
    """The first `limit` bytes of a regular file.

    Raises SubmissionError for a link, for what is not a file, and for what can't be read.
    """
    try:
        if path.is_symlink():  # where there is no O_NOFOLLOW
            raise SubmissionError(
                "{name} is a symbolic link, which is never followed", name=shown(path.name)
            )
        with open(path, "rb", opener=_opened) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise SubmissionError("{name} is not a regular file", name=shown(path.name))
            return file.read(limit)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SubmissionError(
            "{name} can't be read: {reason}", name=shown(path.name), reason=reason
        ) from None


def _opened(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
