"""An exercise as one notebook for Colab: it installs the grader, and brings what it needs."""

import base64
import shlex
import textwrap

from grader.build import build_notebook
from grader.classroom.release.filled import public_key
from grader.classroom.release.packed import File, zipped
from grader.course import Course, Lesson, packaged

_PACKED = "exercise.zip.b64"

_UNPACK = f"""\
# What the exercise gives you.
import base64, io, zipfile

zipfile.ZipFile(io.BytesIO(base64.b64decode(open("{_PACKED}").read()))).extractall()
"""

_COURSE = """\
import os

os.environ["GRADER_COURSE"] = os.path.abspath("course")
"""


def colab_notebook(course: Course, lesson: Lesson, grader: str) -> str:
    """The notebook's text. `grader` is what pip installs the grader from.

    Modules and data that the exercise gives are unpacked beside it. So is the exercise itself, with
    its public key, where the course is not the one that comes with the grader.
    """
    own = course.root != packaged().root
    files = {f"{name}.py": text.encode() for name, text in lesson.given.items()} | lesson.data
    if own:
        folder = f"course/exercises/{lesson.folder.name}"
        files |= {f"{folder}/{name}": data for name, data in lesson.material.files}
        files[f"{folder}/{lesson.key_path.name}"] = public_key(lesson)
    install = f"%pip install --quiet {shlex.quote(grader)}\n"
    begin = f"{_UNPACK if files else ''}{install}{_COURSE if own else ''}%load_ext grader"
    # What a cell with this magic holds is no code, however long it is.
    text = base64.b64encode(zipped({name: File(data) for name, data in files.items()})).decode()
    held = [f"%%writefile {_PACKED}\n" + "\n".join(textwrap.wrap(text, 96))] if files else []
    return build_notebook(lesson, [*held, begin])
