"""Unpack an archive that may be hostile: what is refused is named, the rest is unpacked.

A zip is read where it lies (`zips`), a tar is decompressed first (`tars`), and a 7z is read by a
process of its own (`sevens`). No open library reads RAR by itself, so it is only named.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO

from grader.classroom.collect import sevens, tars, zips
from grader.classroom.collect.naming import folded, portable
from grader.classroom.collect.packing import BOMB, BROKEN, MIB, Entry, Quota, RefusedError, Unpacked
from grader.classroom.faults import is_full
from grader.errors import RecordFault, SubmissionError
from grader.text import Message, shown

SOURCES = (".py", ".ipynb")
_TARS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tbz", ".tar.xz", ".txz")
READABLE = (".zip", *_TARS, ".7z")

_MAX_DEPTH = 40
_MAX_NAMED = 200
"""Refused entries that are named one by one."""

CLASS = Quota(total=4096 * MIB, file=130 * MIB, entries=200_000)
STUDENT = Quota(total=256 * MIB, file=130 * MIB, entries=5_000)


def is_readable(name: str) -> bool:
    """Whether a file is an archive that can be unpacked, by its suffix."""
    return name.lower().endswith(READABLE)


def unpack(archive: Path, folder: Path, limits: Quota = CLASS) -> Unpacked:
    """Unpack `archive` into `folder`, which exists.

    Source files come first, small files before large ones, so that data can't use up the quota.
    Raises SubmissionError when the archive as a whole can't be read.
    """
    refused: list[tuple[str, Message]] = []
    left = limits.total
    kind, entries = _reader(archive, limits)
    try:
        with entries as found:
            for entry, name in _chosen(found, limits, refused, folder):
                try:
                    left -= _unpacked(entry, folder / name, limits, left)
                except RefusedError as error:
                    refused.append((shown(name), error.message))
    except RefusedError as error:
        what = Message("{name}: {note}", name=shown(archive.name), note=error.message)
        raise SubmissionError("{what}; unpack it yourself", what=what) from None
    except OSError as error:
        raise _not_read(archive, folder, error) from None
    except BROKEN as error:
        what = Message(
            "{name} is not a {kind}, or it is damaged or cut off: {error}",
            name=shown(archive.name),
            kind=kind,
            error=shown(str(error)),
        )
        raise SubmissionError(
            "{what}; download it again, or unpack it yourself", what=what
        ) from None
    if len(refused) > _MAX_NAMED:
        refused[_MAX_NAMED:] = [
            ("...", Message("{refused} more were refused", refused=len(refused) - _MAX_NAMED))
        ]
    return Unpacked(limits.total - left, tuple(refused))


def _reader(archive: Path, limits: Quota) -> tuple[str, AbstractContextManager[list[Entry]]]:
    """The kind of archive in a word, and what opens it."""
    name = archive.name.lower()
    if name.endswith(".7z"):
        return "7z", sevens.opened(archive, limits)
    if name.endswith(_TARS):
        return "tar", tars.opened(archive, limits)
    return "zip", zips.opened(archive, limits)


def _not_read(archive: Path, folder: Path, error: OSError) -> SubmissionError | RecordFault:
    reason = error.strerror or str(error)
    if is_full(error):
        return RecordFault(
            "{archive} can't be unpacked into {folder}: {reason}; make room on that disk",
            archive=shown(str(archive)),
            folder=folder,
            reason=reason,
        )
    return SubmissionError(
        "{archive} can't be read: {reason}", archive=shown(str(archive)), reason=reason
    )


def _chosen(
    found: list[Entry], limits: Quota, refused: list[tuple[str, Message]], folder: Path
) -> Iterator[tuple[Entry, str]]:
    """The entries that may be unpacked, each with its path, the most important first.

    An entry that is refused leaves its folder behind, so that its student is not forgotten.
    """
    named: dict[str, list[tuple[Entry, str]]] = defaultdict(list)
    spelled: dict[str, str] = {}
    for entry in found:
        path = ""
        try:
            path = _placed(_parts(entry.name), spelled)
            _admit(entry, limits)
        except RefusedError as error:
            refused.append((shown(entry.name), error.message))
            _leave_folder(folder / path)
        else:
            named[folded(path)].append((entry, path))
    for group in named.values():
        if len(group) > 1:
            _leave_folder(folder / group[0][1])
    unique = sorted(
        (entry for group in named.values() for entry in _alone(group, refused)),
        key=lambda entry: (not entry[1].lower().endswith(SOURCES), entry[0].size),
    )
    if (more := len(unique) - limits.entries) > 0:
        refused.append(
            (
                "...",
                Message(
                    "{more} entries after the first {entries} are left out",
                    more=more,
                    entries=limits.entries,
                ),
            )
        )
    yield from unique[: limits.entries]


def _leave_folder(path: Path) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        pass  # no folder can have this name; the entry is named among those that are refused


def _alone(
    group: list[tuple[Entry, str]], refused: list[tuple[str, Message]]
) -> list[tuple[Entry, str]]:
    """Of entries with one name (ignoring case): the first if all are the same, else none."""
    first = group[0]
    if len(group) == 1 or all(entry.is_folder for entry, _ in group):
        return [first]
    contents = {(entry.content, entry.size, entry.is_folder) for entry, _ in group}
    same = len(contents) == 1 and first[0].content is not None
    why = (
        Message("is there twice")
        if same
        else Message("is there twice (ignoring case) with different content")
    )
    refused += [(shown(name), why) for _, name in group[1 if same else 0 :]]
    return [first] if same else []


def _parts(name: str) -> list[str]:
    """The parts of an entry's path. Some programs on Windows wrote backslashes between them."""
    name = name.replace("\\", "/")
    if name.startswith("/") or re.match(r"[A-Za-z]:", name):
        raise RefusedError(Message("its path is absolute"))
    parts = [part for part in name.split("/") if part not in ("", ".")]
    if ".." in parts:
        raise RefusedError(Message("its path leads out of the folder"))
    if not parts:
        raise RefusedError(Message("it has no name"))
    if len(parts) > _MAX_DEPTH:
        raise RefusedError(Message("it lies deeper than {max_depth} folders", max_depth=_MAX_DEPTH))
    return [portable(part) for part in parts]


def _placed(parts: list[str], spelled: dict[str, str]) -> str:
    """The path, each folder spelled as it was first: two folders may not differ by case alone."""
    path = ""
    for part in parts[:-1]:
        path = f"{path}{part}/"
        path = spelled.setdefault(folded(path), path)
    return path + parts[-1]


def _admit(entry: Entry, limits: Quota) -> None:
    """Raise RefusedError for what the table of contents alone shows to be unacceptable."""
    if entry.refused is not None:
        raise RefusedError(entry.refused)
    if entry.size > limits.file:
        raise RefusedError(Message("it is larger than {file} MB", file=limits.file // MIB))


def _unpacked(entry: Entry, path: Path, limits: Quota, left: int) -> int:
    """Write one entry and return its size, counted while it inflates."""
    try:
        if entry.is_folder:
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
            return 0
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with path.open("xb") as target:
            try:
                with entry.open() as source:
                    return _copied(source, target, entry, limits, left)
            except BaseException:
                path.unlink()
                raise
    except OSError as error:
        if is_full(error):
            raise  # it is not the student's, so it is no reason to leave an entry out
        raise RefusedError(
            Message("it can't be unpacked: {strerror}", strerror=error.strerror or error)
        ) from None
    except BROKEN as error:
        raise RefusedError(Message("it is damaged: {error}", error=shown(str(error)))) from None


def _copied(source: IO[bytes], target: IO[bytes], entry: Entry, limits: Quota, left: int) -> int:
    size = 0
    while chunk := source.read(1 << 16):
        size += len(chunk)
        if size > limits.file:
            raise RefusedError(Message("it is larger than {file} MB", file=limits.file // MIB))
        if size > left:
            raise RefusedError(
                Message("the archive holds more than {total} MB", total=limits.total // MIB)
            )
        if entry.packed is not None and size > MIB and size > limits.ratio * entry.packed:
            raise RefusedError(Message(BOMB, ratio=limits.ratio))
        target.write(chunk)
    return size
