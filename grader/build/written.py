"""Write what build made, and keep whatever somebody wrote in its place.

A student, or an author who tries the exercise, works in the stub itself. So a file is replaced only
where it is as build left it: the same as what is written now, or with the digest that stands in
`solutions/ex1_logistic/built.sha256`, which has the format of `sha256sum`. Any other file is kept
beside the new one, under a name with the date: `logistic.py.2026-11-26`.
"""

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from grader.course import Lesson, write_whole

RECORD = "built.sha256"

_LINE = re.compile(r"^([0-9a-f]{64})  (\S.*)$", re.MULTILINE)


def write_built(lesson: Lesson, files: Mapping[str, bytes]) -> dict[Path, Path | None]:
    """Write these files into the exercise's folder; each, and where its earlier text is kept."""
    record = lesson.solution / RECORD
    text = record.read_text(encoding="utf-8") if record.is_file() else ""
    built = {name: digest for digest, name in _LINE.findall(text)}
    kept = {}
    for name, data in files.items():
        path = lesson.folder / name
        kept[path] = _write(path, data, built.get(name, ""))
        built[name] = _digest(data)
    lines = [f"{digest}  {name}\n" for name, digest in sorted(built.items())]
    write_whole(record, "".join(lines).encode())
    return kept


def _write(path: Path, data: bytes, built: str) -> Path | None:
    """Write one file; the place of the earlier one, where that had to be kept."""
    before = path.read_bytes() if path.is_file() else data
    kept = None if _digest(before) in (_digest(data), built) else _keep(path, before)
    write_whole(path, data)
    return kept


def _keep(path: Path, data: bytes) -> Path:
    """Write the data beside the file, under a name that no file has yet."""
    first = f"{path.name}.{date.today().isoformat()}"
    number = 1
    while True:
        place = path.with_name(first if number == 1 else f"{first}.{number}")
        try:
            with place.open("xb") as file:
                file.write(data)
            return place
        except FileExistsError:
            number += 1


def _digest(data: bytes) -> str:
    """Of the file with line ends as build writes them: Git may have changed them."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()
