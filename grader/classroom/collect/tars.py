"""What a tar holds, compressed or not. It is decompressed first, up to a limit, into a file without
a name: so its entries can be unpacked in any order, and a bomb is told while it inflates."""

import bz2
import gzip
import lzma
import os
import tarfile
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, Self, cast

from grader.classroom.collect.packing import BOMB, MIB, Entry, Quota, RefusedError, file_of
from grader.text import Message

_AROUND = 2048
"""Bytes that a tar may have around an entry: headers, and what fills up a block."""

_MAX_HEADER = 32 << 10
"""Bytes of what may stand before an entry to say more of it, such as a long name."""

_HEADERS = (tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE)
_LONG_NAMES = (tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK)
_MAX_SECONDS = 60


class _Member(tarfile.TarInfo):
    """An entry that takes no long headers, and none that lead backwards.

    Older versions of Python read the first in the square of their length (CVE-2024-6232), and the
    second for ever (CVE-2025-8194).
    """

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        found = super().frombuf(buf, encoding, errors)
        if found.size < 0:
            raise tarfile.ReadError("an entry has a negative size")
        if found.type in (*_HEADERS, *_LONG_NAMES) and found.size > _MAX_HEADER:
            raise tarfile.ReadError("an entry has too long a header")
        return found

    def _block(self, count: int) -> int:
        if count < 0:
            raise tarfile.ReadError("an entry has a negative size")
        return cast(int, super()._block(count))  # type: ignore[misc]


@contextmanager
def opened(archive: Path, limits: Quota) -> Iterator[list[Entry]]:
    """The entries of a tar, which can be opened as long as it is.

    Raises RefusedError where it is a bomb.
    """
    with os.fdopen(file_of(archive), "rb") as packed, tempfile.TemporaryFile() as plain:
        _decompress(packed, plain, limits)
        with tarfile.open(fileobj=plain, mode="r:", tarinfo=_Member) as tar:
            yield [_entry(tar, member) for member in _members(tar, limits)]


def _decompress(packed: IO[bytes], plain: IO[bytes], limits: Quota) -> None:
    start = packed.read(6)
    packed.seek(0)
    whole = os.fstat(packed.fileno()).st_size
    most = limits.total + _AROUND * limits.entries
    size = 0
    source = _plain(packed, start)
    try:
        while chunk := source.read(1 << 16):
            size += len(chunk)
            if size > MIB and size > limits.ratio * whole:
                raise RefusedError(Message(BOMB, ratio=limits.ratio))
            if size > most:
                raise RefusedError(
                    Message("the archive holds more than {total} MB", total=limits.total // MIB)
                )
            plain.write(chunk)
    except OSError as error:
        if error.errno is not None:
            raise
        raise tarfile.ReadError(str(error)) from None  # it is not the disk's, but the data's
    plain.seek(0)


def _plain(packed: IO[bytes], start: bytes) -> IO[bytes]:
    """The file as it inflates, by how it starts."""
    if start.startswith(b"\x1f\x8b"):
        return cast("IO[bytes]", gzip.GzipFile(fileobj=packed))
    if start.startswith(b"BZh"):
        return cast("IO[bytes]", bz2.BZ2File(packed))
    if start.startswith(b"\xfd7zXZ\0"):
        return cast("IO[bytes]", lzma.LZMAFile(packed))
    return packed


def _members(tar: tarfile.TarFile, limits: Quota) -> list[tarfile.TarInfo]:
    """The entries, up to one more than are allowed."""
    start = time.process_time()
    found: list[tarfile.TarInfo] = []
    for member in tar:
        found.append(member)
        if len(found) > 2 * limits.entries or time.process_time() - start > _MAX_SECONDS:
            raise RefusedError(Message("it has too many entries"))
    if not found:
        raise tarfile.ReadError("it is empty")
    return found


def _entry(tar: tarfile.TarFile, member: tarfile.TarInfo) -> Entry:
    why = None
    if member.issym() or member.islnk():
        why = Message("it is a symbolic link") if member.issym() else Message("it is a link")
    elif member.issparse() or not (member.isreg() or member.isdir()):
        why = Message("it is not a regular file")
    return Entry(member.name, member.size, member.isdir(), partial(_open, tar, member), refused=why)


def _open(tar: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    source = tar.extractfile(member)
    if source is None:
        raise tarfile.ReadError("it is not a regular file")
    return source
