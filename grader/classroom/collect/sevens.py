"""What a 7z holds: it is read by a process of its own, with limits, see `seven_child`."""

import errno
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, Any

from grader.classroom.collect.packing import BOMB, MIB, Entry, Quota, RefusedError, file_of
from grader.text import Message, shown

_CHILD = Path(__file__).with_name("seven_child.py")
_LIST = "list.json"
_SECONDS = 600


@contextmanager
def opened(archive: Path, limits: Quota) -> Iterator[list[Entry]]:
    """The entries of a 7z, which can be opened as long as it is.

    Raises RefusedError where it is a bomb, is encrypted or asks for too much, and ValueError where
    it is damaged.
    """
    os.close(file_of(archive))  # raises where it is a pipe, which the child would wait for
    with tempfile.TemporaryDirectory(prefix="grader-7z-") as folder:
        found = _read(archive.absolute(), Path(folder), limits)
        _raise(found["why"], found["said"], limits)
        yield [_entry(packed, Path(folder), limits) for packed in found["entries"]]


def _read(archive: Path, folder: Path, limits: Quota) -> dict[str, Any]:
    """What the child found; it works in `folder`, which is empty."""
    told = {
        "total": limits.total,
        "file": limits.file,
        "entries": limits.entries,
        "ratio": limits.ratio,
    }
    # Without -P, modules that lie beside the child would be found before Python's own.
    command = [sys.executable, "-P", str(_CHILD), str(archive), json.dumps(told)]
    nothing = subprocess.DEVNULL
    try:
        subprocess.run(
            command, cwd=folder, stdin=nothing, stdout=nothing, stderr=nothing, timeout=_SECONDS
        )
        found: dict[str, Any] = json.loads((folder / _LIST).read_text("utf-8"))
    except subprocess.TimeoutExpired:
        raise RefusedError(Message("it takes too long to unpack")) from None
    except FileNotFoundError:  # the child died before it could write
        raise RefusedError(Message("what reads it was killed, or failed")) from None
    return found


def _raise(why: str, said: str, limits: Quota) -> None:
    """Raise what the child could not."""
    match why:
        case "":
            return
        case "bomb":
            raise RefusedError(Message(BOMB, ratio=limits.ratio))
        case "total":
            more = Message("the archive holds more than {total} MB", total=limits.total // MIB)
            raise RefusedError(more)
        case "entries":
            raise RefusedError(Message("it has too many entries"))
        case "encrypted":
            raise RefusedError(Message("it is encrypted"))
        case "memory":
            raise RefusedError(Message("it needs too much memory"))
        case "method":
            raise RefusedError(
                Message("it is packed by method {method}; use a plain zip", method=shown(said))
            )
        case "full":
            raise OSError(errno.ENOSPC, said)
        case _:
            raise ValueError(said)


def _entry(packed: dict[str, Any], folder: Path, limits: Quota) -> Entry:
    why = None
    if packed["is_link"]:
        why = Message("it is a symbolic link")
    elif packed["file"] is None and not packed["is_folder"] and packed["size"] <= limits.file:
        why = Message("it is not a regular file, or is there twice")
    return Entry(
        packed["name"],
        packed["size"],
        packed["is_folder"],
        partial(_open, folder / str(packed["file"])),
        content=packed["sum"],
        refused=why,
    )


def _open(path: Path) -> IO[bytes]:
    return path.open("rb")
