"""Files that are released together: as a zip, or as a folder."""

import io
import os
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from grader.course import write_whole
from grader.errors import UsageError
from grader.text import Message

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""When all files of a zip were changed."""


@dataclass(frozen=True)
class File:
    """What is in a file, and whether it is a program."""

    data: bytes
    is_program: bool = False

    @property
    def mode(self) -> int:
        """Its permissions."""
        return 0o755 if self.is_program else 0o644


def write_files(place: Path, files: Mapping[str, File]) -> Message:
    """Write them into a folder, or into a zip where the place is called so; what was done.

    In a folder, what is there under another name stays as it is. Raises UsageError where something
    can't be written.
    """
    try:
        if place.suffix.lower() == ".zip":
            place.parent.mkdir(parents=True, exist_ok=True)
            data = zipped(files)
            write_whole(place, data)
            return Message(
                "{place}: {count} files, {size} KB",
                place=place,
                count=len(files),
                size=len(data) >> 10,
            )
        return _into_folder(place, files)
    except OSError as error:
        raise UsageError(
            "{path} can't be written: {strerror}",
            path=error.filename or place,
            strerror=error.strerror,
        ) from None


def zipped(files: Mapping[str, File]) -> bytes:
    """A zip; the same files give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, file in files.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3  # Unix: elsewhere no program would be executable
            info.external_attr = (0o100000 | file.mode) << 16
            packed.writestr(info, file.data)
    return buffer.getvalue()


def _into_folder(place: Path, files: Mapping[str, File]) -> Message:
    """Only what is new or has changed is written, so that a repository shows what it is."""
    if place.exists() and not place.is_dir():
        raise UsageError("{place} is a file; name a folder, or a .zip", place=place)
    written = 0
    for name, file in files.items():
        target = place / name
        if target.is_file() and target.read_bytes() == file.data:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, file.data)
        if os.name == "posix":
            target.chmod(file.mode)
        written += 1
    return Message(
        "{place}: {count} files, {written} of them new or changed",
        place=place,
        count=len(files),
        written=written,
    )
