"""An exercise as one notebook for Colab: it installs the grader, and brings what it needs."""

import base64
import shlex
import textwrap
from collections.abc import Mapping

from grader.build import build_notebook
from grader.course import Course, Lesson, packaged

_INSTALL = "%pip install --quiet {grader}\n{course}%load_ext grader"

_COURSE = "%env GRADER_COURSE=/content/course\n"

_WRITES = """\
# Files that the exercise needs: run this cell once.
import base64
from pathlib import Path

FILES = {{
{files}
}}
for name, data in FILES.items():
    path = Path({place!r}, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(base64.b64decode("".join(data.split())))"""


def colab_notebook(course: Course, lesson: Lesson, grader: str) -> str:
    """The notebook's text. `grader` is what pip installs the grader from.

    Modules and data that the exercise gives are written beside it by a cell. So is the exercise
    itself, with its public key, where the course is not the one that comes with the grader.
    """
    own = course.root != packaged().root
    setup = [_INSTALL.format(grader=shlex.quote(grader), course=_COURSE if own else "")]
    given = {f"{name}.py": text.encode() for name, text in lesson.given.items()} | lesson.data
    setup = [*(_writing(given, ".") if given else []), *setup]
    if own:
        files = dict(lesson.material.files) | {"answers.key": lesson.key_path.read_bytes()}
        folder = f"course/exercises/{lesson.folder.name}"
        setup = [*_writing({f"{folder}/{n}": d for n, d in files.items()}, "/content"), *setup]
    return build_notebook(lesson, setup)


def _writing(files: Mapping[str, bytes], place: str) -> list[str]:
    """A cell that writes files, whatever is in them."""
    entries = []
    for name, data in files.items():
        lines = textwrap.wrap(base64.b64encode(data).decode(), 96)
        entries.append(f'    {name!r}: """\n' + "\n".join(lines) + '""",')
    return [_WRITES.format(files="\n".join(entries), place=place)]
