"""Unpack a zip that may be hostile: entries that are refused are named, the rest is unpacked."""

import io
import os
import re
import stat
import struct
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from grader.classroom.collect.naming import decoded, encoding_of, folded, portable
from grader.classroom.faults import is_full
from grader.errors import RecordFault, SubmissionError
from grader.text import Message, shown

MIB = 1 << 20
SOURCES = (".py", ".ipynb")

_MAX_DEPTH = 40
_MAX_NAMED = 200
"""Refused entries that are named one by one."""

_ENCRYPTED = 0x1
_UTF8 = 0x800
"""The flag of a name that is UTF-8."""

_HEADER = 30
"""Bytes before a name in front of an entry's data."""

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What zipfile raises for files that are damaged, or that someone made to break it."""


@dataclass(frozen=True)
class Quota:
    """How much may come out of an archive: bytes in all, bytes of a file, entries, and how many
    times as large as packed a file of more than 1 MiB may be."""

    total: int
    file: int
    entries: int
    ratio: int = 200


CLASS = Quota(total=4096 * MIB, file=130 * MIB, entries=200_000)
STUDENT = Quota(total=256 * MIB, file=130 * MIB, entries=5_000)


@dataclass(frozen=True)
class Unpacked:
    """What came out of an archive: bytes, and what was refused, as (name, why)."""

    size: int
    refused: tuple[tuple[str, Message], ...]


class _RefusedError(Exception):
    """`message` says why an entry is not unpacked."""

    def __init__(self, message: Message):
        self.message = message


class _Bounded(io.FileIO):
    """A file that keeps zipfile from reading a table of contents of unlimited size."""

    most: int

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > self.most:
            raise zipfile.BadZipFile("its table of contents is too long")
        return super().read(size) or b""


def unpack(archive: Path, folder: Path, limits: Quota = CLASS) -> Unpacked:
    """Unpack `archive` into `folder`, which exists.

    Source files come first, small files before large ones, so that data can't use up the quota.
    Raises SubmissionError when the archive as a whole can't be read.
    """
    refused: list[tuple[str, Message]] = []
    left = limits.total
    try:
        with _opened(archive, limits) as file, zipfile.ZipFile(file) as opened:
            for info, name in _chosen(opened, limits, refused, folder):
                try:
                    left -= _unpacked(opened, info, folder / name, limits, left)
                except _RefusedError as error:
                    refused.append((shown(name), error.message))
    except OSError as error:
        reason = error.strerror or str(error)
        if is_full(error):
            raise RecordFault(
                "{archive} can't be unpacked into {folder}: {reason}; make room on that disk",
                archive=shown(str(archive)),
                folder=folder,
                reason=reason,
            ) from None
        raise SubmissionError(
            "{archive} can't be read: {reason}", archive=shown(str(archive)), reason=reason
        ) from None
    except _BROKEN as error:
        what = Message(
            "{name} is not a zip, or it is damaged or cut off: {error}",
            name=shown(archive.name),
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


def _opened(archive: Path, limits: Quota) -> IO[bytes]:
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    file = _Bounded(os.open(archive, flags))
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise zipfile.BadZipFile("it is not a regular file")
    file.most = 400 * limits.entries
    return file


def _chosen(
    opened: zipfile.ZipFile, limits: Quota, refused: list[tuple[str, Message]], folder: Path
) -> Iterator[tuple[zipfile.ZipInfo, str]]:
    """The entries that may be unpacked, each with its path, the most important first.

    An entry that is refused leaves its folder behind, so that its student is not forgotten.
    """
    named: dict[str, list[tuple[zipfile.ZipInfo, str]]] = defaultdict(list)
    entries = opened.infolist()
    overlapping = _overlapping(entries, opened.start_dir)
    spelled: dict[str, str] = {}
    for info, name in zip(entries, _names(entries), strict=True):
        path = ""
        try:
            path = _placed(_parts(name), spelled)
            if id(info) in overlapping:
                raise _RefusedError(Message("it overlaps with another entry, as in a zip bomb"))
            _admit(info, limits)
        except _RefusedError as error:
            refused.append((shown(name), error.message))
            _leave_folder(folder / path)
        else:
            named[folded(path)].append((info, path))
    for group in named.values():
        if len(group) > 1:
            _leave_folder(folder / group[0][1])
    unique = sorted(
        (entry for group in named.values() for entry in _alone(group, refused)),
        key=lambda entry: (not entry[1].lower().endswith(SOURCES), entry[0].file_size),
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
    group: list[tuple[zipfile.ZipInfo, str]], refused: list[tuple[str, Message]]
) -> list[tuple[zipfile.ZipInfo, str]]:
    """Of entries with one name (ignoring case): the first if all are the same, else none."""
    first = group[0]
    if len(group) == 1 or all(info.is_dir() for info, _ in group):
        return [first]
    same = len({(info.CRC, info.file_size, info.is_dir()) for info, _ in group}) == 1
    why = (
        Message("is there twice")
        if same
        else Message("is there twice (ignoring case) with different content")
    )
    refused += [(shown(name), why) for _, name in group[1 if same else 0 :]]
    return [first] if same else []


def _overlapping(entries: list[zipfile.ZipInfo], end: int) -> set[int]:
    """The ids of entries that overlap with the next one, as those of a zip bomb do."""
    found = set()
    for info in sorted(entries, key=lambda info: info.header_offset, reverse=True):
        if info.header_offset + _HEADER + info.compress_size > end:
            found.add(id(info))
        end = min(end, info.header_offset)
    return found


def _parts(name: str) -> list[str]:
    """The parts of an entry's path. Some programs on Windows wrote backslashes between them."""
    name = name.replace("\\", "/")
    if name.startswith("/") or re.match(r"[A-Za-z]:", name):
        raise _RefusedError(Message("its path is absolute"))
    parts = [part for part in name.split("/") if part not in ("", ".")]
    if ".." in parts:
        raise _RefusedError(Message("its path leads out of the folder"))
    if not parts:
        raise _RefusedError(Message("it has no name"))
    if len(parts) > _MAX_DEPTH:
        raise _RefusedError(
            Message("it lies deeper than {max_depth} folders", max_depth=_MAX_DEPTH)
        )
    return [portable(part) for part in parts]


def _placed(parts: list[str], spelled: dict[str, str]) -> str:
    """The path, each folder spelled as it was first: two folders may not differ by case alone."""
    path = ""
    for part in parts[:-1]:
        path = f"{path}{part}/"
        path = spelled.setdefault(folded(path), path)
    return path + parts[-1]


def _admit(info: zipfile.ZipInfo, limits: Quota) -> None:
    """Raise _RefusedError for what the table of contents alone shows to be unacceptable."""
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind == stat.S_IFLNK:
        raise _RefusedError(Message("it is a symbolic link"))
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise _RefusedError(Message("it is not a regular file"))
    if info.flag_bits & _ENCRYPTED:
        raise _RefusedError(Message("it is encrypted"))
    # The others inflate to any size in one step.
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _RefusedError(
            Message(
                "it is packed by method {compress_type}; use plain zip (deflate)",
                compress_type=info.compress_type,
            )
        )
    if info.file_size > limits.file:
        raise _RefusedError(Message("it is larger than {file} MB", file=limits.file // MIB))


def _unpacked(
    opened: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path, limits: Quota, left: int
) -> int:
    """Write one entry and return its size, counted while it inflates."""
    try:
        if info.is_dir():
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
            return 0
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with path.open("xb") as target:
            try:
                with opened.open(info) as source:
                    return _copied(source, target, info, limits, left)
            except BaseException:
                path.unlink()
                raise
    except OSError as error:
        if is_full(error):
            raise  # it is not the student's, so it is no reason to leave an entry out
        raise _RefusedError(
            Message("it can't be unpacked: {strerror}", strerror=error.strerror or error)
        ) from None
    except _BROKEN as error:
        raise _RefusedError(Message("it is damaged: {error}", error=shown(str(error)))) from None


def _copied(
    source: IO[bytes], target: IO[bytes], info: zipfile.ZipInfo, limits: Quota, left: int
) -> int:
    size = 0
    while chunk := source.read(1 << 16):
        size += len(chunk)
        if size > limits.file:
            raise _RefusedError(Message("it is larger than {file} MB", file=limits.file // MIB))
        if size > left:
            raise _RefusedError(
                Message("the archive holds more than {total} MB", total=limits.total // MIB)
            )
        if size > MIB and size > limits.ratio * info.compress_size:
            raise _RefusedError(
                Message(
                    "it inflates to over {ratio} times its size: a zip bomb", ratio=limits.ratio
                )
            )
        target.write(chunk)
    return size


def _names(entries: list[zipfile.ZipInfo]) -> list[str]:
    """The entries' names. Names that are not marked as UTF-8 are in an unknown code page.

    zipfile reads them as cp437.
    """
    raw = [_raw(info) for info in entries]
    encoding = encoding_of([data for data in raw if data])
    return [
        (data and decoded(data, encoding)) or info.filename
        for info, data in zip(entries, raw, strict=True)
    ]


def _raw(info: zipfile.ZipInfo) -> bytes:
    """The bytes of a name that is neither ASCII nor marked as UTF-8, else empty."""
    if info.flag_bits & _UTF8 or info.filename.isascii():
        return b""
    try:
        return info.filename.encode("cp437")
    except UnicodeEncodeError:  # an extra field told the name
        return b""
