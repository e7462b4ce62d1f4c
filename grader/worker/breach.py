"""Which limit was met, in words; and what a process said last, which may tell."""

import errno
import os
from pathlib import Path

from grader.wire.forking import Bounds
from grader.worker.source.loader import message_of


def breach(error: BaseException, bounds: Bounds) -> str:
    """`needed more than 6 GB of memory`: the limit that was met, or nothing."""
    if isinstance(error, MemoryError) or type(error).__name__ == "ResourceExhaustedError":
        return f"needed more than {size(bounds.memory)} of memory"
    if isinstance(error, RuntimeError) and "start new thread" in message_of(error):
        return f"started more than {bounds.processes} threads, or more than its memory has room for"
    match error:
        case OSError(errno=errno.EMFILE):
            return f"had more than {bounds.open_files} files open"
        case OSError(errno=errno.EFBIG):
            return f"wrote more than {size(bounds.file_bytes)} to a file"
        case OSError(errno=errno.ENOSPC | errno.EDQUOT):
            return (
                f"filled its scratch: {size(bounds.scratch_bytes)} "
                f"in at most {bounds.scratch_files} files"
            )
    return ""


LAST_WORDS = 2000
"""Bytes of what a worker printed last that are told when it is gone."""


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
