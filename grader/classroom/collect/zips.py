"""What a zip holds: its table of contents is not believed, and no more of it is read than fits."""

import io
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from grader.classroom.collect.naming import decoded, encoding_of
from grader.classroom.collect.packing import Entry, Quota, file_of
from grader.text import Message

_ENCRYPTED = 0x1
_UTF8 = 0x800
"""The flag of a name that is UTF-8."""

_HEADER = 30
"""Bytes before a name in front of an entry's data."""


class _Bounded(io.FileIO):
    """A file that keeps zipfile from reading a table of contents of unlimited size."""

    most: int

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > self.most:
            raise zipfile.BadZipFile("its table of contents is too long")
        return super().read(size) or b""


@contextmanager
def opened(archive: Path, limits: Quota) -> Iterator[list[Entry]]:
    """The entries of a zip, which can be opened as long as it is."""
    with _Bounded(file_of(archive)) as file:
        file.most = 400 * limits.entries
        with zipfile.ZipFile(file) as zipped:
            infos = zipped.infolist()
            overlapping = _overlapping(infos, zipped.start_dir)
            yield [
                Entry(
                    name,
                    info.file_size,
                    info.is_dir(),
                    partial(zipped.open, info),
                    info.compress_size,
                    info.CRC,
                    _why_not(info, id(info) in overlapping),
                )
                for info, name in zip(infos, _names(infos), strict=True)
            ]


def _why_not(info: zipfile.ZipInfo, overlaps: bool) -> Message | None:
    """Why an entry is refused; None if it is a plain file or a folder."""
    if overlaps:
        return Message("it overlaps with another entry, as in a zip bomb")
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind == stat.S_IFLNK:
        return Message("it is a symbolic link")
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        return Message("it is not a regular file")
    if info.flag_bits & _ENCRYPTED:
        return Message("it is encrypted")
    # The others inflate to any size in one step.
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return Message(
            "it is packed by method {compress_type}; use plain zip (deflate)",
            compress_type=info.compress_type,
        )
    return None


def _overlapping(entries: list[zipfile.ZipInfo], end: int) -> set[int]:
    """The ids of entries that overlap with the next one, as those of a zip bomb do."""
    found = set()
    for info in sorted(entries, key=lambda info: info.header_offset, reverse=True):
        if info.header_offset + _HEADER + info.compress_size > end:
            found.add(id(info))
        end = min(end, info.header_offset)
    return found


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
