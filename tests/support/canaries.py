"""Lines of a course's solutions, and whether what leaves the course has one of them."""

import base64
import io
import json
import re
import zipfile
import zlib
from collections.abc import Mapping

from grader.course import Lesson

HEAD = len(b"grader answer key\n") + 34
"""Bytes of a key before what is compressed."""

_SOLVED = re.compile(r"# BEGIN SOLUTION\n(.*?)# END SOLUTION", re.DOTALL)


def secret_lines(lesson: Lesson) -> set[str]:
    """What stands in the reference between the marks, and nowhere else in it.

    A line that only opens a call says nothing of what is in it: that stands in the next ones.
    """
    reference = lesson.reference.read_text("utf-8")
    outside = _SOLVED.sub("", reference)
    lines = {line.strip() for block in _SOLVED.findall(reference) for line in block.splitlines()}
    told = {line for line in lines if not line.endswith("(")}
    return {line for line in told if len(line) > 12 and line not in outside}


def leaks(lesson: Lesson, files: Mapping[str, bytes]) -> set[tuple[str, str]]:
    """The files of an exercise in which a line of its solution is, with the line.

    A key is not unpacked: it holds hints, and they show a line of code at the end.
    """
    lines = secret_lines(lesson)
    return {
        (name, line)
        for name, data in files.items()
        for text in [data if data.startswith(b"grader answer key") else everything(data)]
        for line in lines
        if line.encode() in text
    }


def everything(data: bytes) -> bytes:
    """Bytes with all that is packed in them: zips, keys, a notebook's cells and what they write."""
    found = data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            found += b"".join(n.encode() + everything(packed.read(n)) for n in packed.namelist())
    elif data.startswith(b"grader answer key"):
        found += zlib.decompress(data[HEAD:])
    elif data.startswith(b'{\n "cells"'):
        for cell in json.loads(data)["cells"]:
            source = "".join(cell["source"])
            magic, _, text = source.partition("\n")
            found += source.encode()
            if magic.startswith("%%writefile"):
                found += everything(base64.b64decode(text))
    return found
