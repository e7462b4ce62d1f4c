"""Read one 7z, in a process of its own: `python seven_child.py ARCHIVE FOLDER LIMITS`.

It imports nothing of the grader's, so it starts fast. Each file that is in the archive comes out
under a number, never under its own name, and `list.json` says what is what. The library for 7z is
partly C, and a header of some kilobytes can ask it for gigabytes: so what it may take is bounded.
"""

import errno
import json
import struct
import sys
from collections import Counter
from dataclasses import asdict, dataclass
from io import BufferedWriter
from lzma import LZMAError
from pathlib import Path, PurePosixPath

import py7zr
from py7zr.exceptions import ArchiveError
from py7zr.io import Py7zIO, WriterFactory

LIST = "list.json"
_MEMORY = 2 << 30
_SECONDS = 240
_MIB = 1 << 20
_METHODS = {"LZMA", "LZMA2", "COPY", "DELTA", "BCJ", "ARM", "ARMT", "IA64", "PPC", "SPARC"}
"""What 7-Zip uses unless it is told otherwise. Others could be made to take any memory."""

_DAMAGED = (ArchiveError, LZMAError, struct.error, EOFError, LookupError, ValueError)
"""What the library raises for archives that are damaged. Anything else ends this process."""


@dataclass
class Packed:
    """An entry: `file` is the number under which it came out; None for what is no plain file."""

    name: str
    size: int
    is_folder: bool
    is_link: bool
    sum: int | None
    file: int | None = None


@dataclass
class Found:
    """What was found: entries, or why the archive is not read. `why` is one of the words that
    `sevens` knows, `said` what the library says."""

    entries: list[Packed]
    why: str = ""
    said: str = ""


class _Out(Py7zIO):
    """A file that is written once."""

    def __init__(self, path: Path):
        self.file: BufferedWriter = path.open("xb")

    def write(self, s: bytes | bytearray) -> int:
        """Write what was unpacked."""
        return self.file.write(s)

    def read(self, size: int | None = None) -> bytes:
        """Nothing: it is only written."""
        return b""

    def seek(self, offset: int, whence: int = 0) -> int:
        """Stay: the library goes back to the start at the end."""
        return 0

    def flush(self) -> None:
        """Write what is held back."""
        self.file.flush()

    def size(self) -> int:
        """How many bytes were written."""
        return self.file.tell()

    def close(self) -> None:
        """The entry has ended."""
        self.file.close()


class _Numbered(WriterFactory):
    """Opens the file with an entry's number for each entry that is wanted."""

    def __init__(self, wanted: dict[str, int]):
        self.numbers = {_spelled(name): number for name, number in wanted.items()}

    def create(self, filename: str) -> Py7zIO:
        """The file for the entry of this name."""
        return _Out(Path(str(self.numbers[_spelled(filename)])))


def _spelled(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).as_posix()


def read(archive: Path, total: int, file: int, entries: int, ratio: int) -> Found:
    """The entries of the archive; those that are wanted come out into this folder."""
    with py7zr.SevenZipFile(archive) as packed:
        if packed.needs_password():
            return Found([], "encrypted")
        methods = packed.archiveinfo().method_names
        others = [m for m in methods if m.split(":")[0].rstrip("*").upper() not in _METHODS]
        if others:
            return Found([], "method", others[0])
        infos = packed.list()
        size = sum(info.uncompressed for info in infos)
        if len(infos) > 2 * entries:
            return Found([], "entries")
        if size > total:
            return Found([], "total")
        if size > _MIB and size > ratio * archive.stat().st_size:
            return Found([], "bomb")
        found, wanted = _chosen(infos, file)
        if wanted:
            packed.extract(targets=list(wanted), factory=_Numbered(wanted))
    return Found(found)


def _chosen(infos: list[py7zr.FileInfo], most: int) -> tuple[list[Packed], dict[str, int]]:
    """All entries, and the numbers of those that come out, by their names: plain files of at most
    so many bytes, whose name is theirs alone and leads nowhere."""
    counts = Counter(_spelled(info.filename) for info in infos)
    found, wanted = [], {}
    for number, info in enumerate(infos):
        name, spelled = info.filename, _spelled(info.filename)
        one = Packed(name, info.uncompressed, info.is_directory, info.is_symlink, info.crc32)
        is_plain = info.is_file and info.uncompressed <= most and counts[spelled] == 1
        if is_plain and ".." not in spelled.split("/") and not spelled.startswith("/"):
            wanted[name] = one.file = number
        found.append(one)
    return found, wanted


def _limit() -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))


def main() -> None:
    """Read the archive, and write what was found."""
    archive, limits = Path(sys.argv[1]), json.loads(sys.argv[2])
    _limit()
    try:
        found = read(archive, **limits)
    except MemoryError:
        found = Found([], "memory")
    except OSError as error:
        is_full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        found = Found([], "full" if is_full else "damaged", error.strerror or str(error))
    except _DAMAGED as error:
        found = Found([], "damaged", str(error) or type(error).__name__)
    Path(LIST).write_text(json.dumps(asdict(found)), encoding="utf-8")


if __name__ == "__main__":
    main()
