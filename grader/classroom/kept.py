"""What was graded, as text: each version of a student's work stays in OUT, by its digest.

A file in `sources/` is named by the digest that the record has as `content`. It is written before
the work is graded, and never again: an earlier version stays beside a later one.
"""

from pathlib import Path

import msgspec

from grader.classroom.faults import not_written
from grader.course import write_whole
from grader.judge import Submission

SOURCES = "sources"


def keep(folder: Path, content: str, work: Submission) -> None:
    """Write the work into the folder of a batch, unless it is there; raises RecordError."""
    path = _path(folder, content)
    if path.exists():
        return
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        write_whole(path, msgspec.json.encode(work), private=True)
    except OSError as error:
        raise not_written(
            error,
            "{path} can't be written: {strerror}; what was graded is kept, and the same command "
            "goes on from here",
            path=path,
        ) from None


def kept(folder: Path, content: str) -> Submission | None:
    """The work of this digest; None where it is not there, or is damaged."""
    if not content.isalnum():  # it comes from the record, and becomes a file's name
        return None
    try:
        return msgspec.json.decode(_path(folder, content).read_bytes(), type=Submission)
    except (OSError, msgspec.MsgspecError):
        return None


def _path(folder: Path, content: str) -> Path:
    return folder / SOURCES / f"{content}.json"
