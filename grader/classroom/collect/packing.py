"""What is packed in an archive, of whatever kind: its entries, and how much may come out of it."""

import lzma
import os
import stat
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from grader.text import Message, template

MIB = 1 << 20
BOMB = template("it inflates to over {ratio} times its size: a zip bomb")

BROKEN = (
    zipfile.BadZipFile,
    tarfile.TarError,
    lzma.LZMAError,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What is raised for archives that are damaged, or that someone made to break the reader."""


@dataclass(frozen=True)
class Quota:
    """How much may come out of an archive: bytes in all, bytes of a file, entries, and how many
    times as large as packed a file of more than 1 MiB may be."""

    total: int
    file: int
    entries: int
    ratio: int = 200


@dataclass(frozen=True)
class Unpacked:
    """What came out of an archive: bytes, and what was refused, as (name, why)."""

    size: int
    refused: tuple[tuple[str, Message], ...]


@dataclass(frozen=True)
class Entry:
    """A file or folder in an archive.

    `size` is what the archive says, in bytes. `open` reads it. `packed` is how many bytes it takes
    in the archive, where it is packed alone. Entries with the same `content` and size are the same;
    it is None where that is not known. `refused` says why the entry is not unpacked.
    """

    name: str
    size: int
    is_folder: bool
    open: Callable[[], IO[bytes]]
    packed: int | None = None
    content: object = None
    refused: Message | None = None


class RefusedError(Exception):
    """`message` says why an entry, or all of an archive, is not unpacked."""

    def __init__(self, message: Message):
        self.message = message


def file_of(archive: Path) -> int:
    """A regular file, opened to be read; its number. No pipe is waited for.

    Raises zipfile.BadZipFile where it is something else, and OSError.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    number = os.open(archive, flags)
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise zipfile.BadZipFile("it is not a regular file")
    return number
