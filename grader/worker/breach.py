"""Which limit a worker has reached; and the last words of a process, which may show it."""

import errno
import os
import threading
from pathlib import Path

from grader.text import Message
from grader.wire import NO_THREAD
from grader.wire.forking import Bounds
from grader.worker.source.loader import message_of


def breach(error: BaseException, bounds: Bounds) -> Message | None:
    """The limit that an exception is about, if it is one: `needed more than 6 GB of memory`."""
    if isinstance(error, MemoryError) or type(error).__name__ == "ResourceExhaustedError":
        return Message("needed more than {memory} of memory", memory=size(bounds.memory))
    if isinstance(error, RuntimeError) and "start new thread" in message_of(error):
        if _threads() < bounds.processes:
            return NO_THREAD
        return Message("started more than {count} threads", count=bounds.processes)
    match error:
        case OSError(errno=errno.EMFILE):
            return Message("had more than {count} files open", count=bounds.open_files)
        case OSError(errno=errno.EFBIG):
            return Message("wrote more than {size} to a file", size=size(bounds.file_bytes))
        case OSError(errno=errno.ENOSPC | errno.EDQUOT):
            return filled(bounds)
    return None


def filled(bounds: Bounds) -> Message:
    """That the scratch is full, and what it has room for."""
    return Message(
        "filled its scratch: {size} in at most {count} files",
        size=size(bounds.scratch_bytes),
        count=bounds.scratch_files,
    )


def _threads() -> int:
    """How many threads this process has."""
    try:
        return len(os.listdir("/proc/self/task"))
    except OSError:  # there is no /proc here, or it may not be read
        return threading.active_count()


LAST_WORDS = 2000
"""How many bytes of a worker's last output are reported when it is gone."""


def last_words(output: int | Path) -> str:
    """The end of what was printed to a file, or to a descriptor, which is closed."""
    with open(output, "rb") as file:
        file.seek(max(os.fstat(file.fileno()).st_size - LAST_WORDS, 0))
        return file.read(LAST_WORDS).decode("utf-8", "replace")


def size(count: int) -> str:
    """Bytes in the largest unit that they fill."""
    for exponent, unit in ((30, "GB"), (20, "MB"), (10, "KB")):
        if count >= 1 << exponent:
            return f"{count / (1 << exponent):.3g} {unit}"
    return f"{count} bytes"
