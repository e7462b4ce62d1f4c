"""A course for students, as a repository: what they write in and read, the checks, public keys.

Only files that are named here are copied. So no solution is among them, and nothing that happens to
lie beside an exercise.
"""

import re
import sys
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from grader.classroom.release.filled import filled, public_key, to_write_in
from grader.classroom.release.packed import File
from grader.classroom.release.wheel import Wheel
from grader.course import Course, Lesson, handed_out, packaged, read_words
from grader.errors import UsageError

_CHINESE = "zh-TW"
_PAGES = {".md"}
_PICTURE = re.compile(r"^!\[[^\]\n]*\]\([^):\n]+\)\n\n?", re.MULTILINE)
_IGNORED = (".venv/", "__pycache__/", "*.pyc", ".ipynb_checkpoints/", ".grader/")


def students_release(
    course: Course, lessons: Sequence[Lesson], grader: str | Wheel
) -> dict[str, File]:
    """The files, by their paths. `grader` is what pip installs the grader from.

    Raises UsageError where an exercise is to be done after one that is not among them, and for a
    key that is not the public one; StaleKeyError for one that was built of other files.
    """
    _must_be_whole(course, lessons)
    files = _top(course, lessons, grader)
    others = _folders(course) - {lesson.folder.name for lesson in lessons}
    for place, source in handed_out(course, lessons):
        data = source.read_bytes()
        if len(place.parts) == 1 and others:
            if place.suffix not in _PAGES:
                continue  # a picture is of all exercises
            data = _without(others, data)
        files[_path(place)] = File(data)
    for lesson in lessons:
        own = to_write_in(lesson) | {
            "checks.py": lesson.checks_source.encode(),
            lesson.key_path.name: public_key(lesson),
        }
        files |= {_path(Path(lesson.folder.name, name)): File(own[name]) for name in own}
    return files


def _path(place: Path) -> str:
    return str(PurePosixPath("exercises") / place.as_posix())


def _folders(course: Course) -> set[str]:
    return {folder.name for folder in course.folders.values()}


def _must_be_whole(course: Course, lessons: Sequence[Lesson]) -> None:
    """Raise UsageError where `grader list` would miss an exercise that comes before another."""
    names = {lesson.exercise.name for lesson in lessons}
    for lesson in lessons:
        if missing := sorted(course.before(lesson.exercise.name) - names):
            raise UsageError(
                "{exercise} is to be done after {missing}, so these are released together; name "
                "both",
                exercise=lesson.exercise.name,
                missing=", ".join(missing),
            )


def _top(course: Course, lessons: Sequence[Lesson], grader: str | Wheel) -> dict[str, File]:
    """What stands beside `exercises/`."""
    own = course.root != packaged().root
    facts = {
        "lessons": lessons,
        "titles": {
            lesson.exercise.name: read_words(lesson.key_path, _CHINESE).get(
                lesson.exercise.title, lesson.exercise.title
            )
            for lesson in lessons
        },
        "first": lessons[0],
        "overview": any((course.root / "exercises").glob("README.md")),
        "chinese": any((course.root / "exercises").glob(f"README.{_CHINESE}.md")),
        "python": f"{sys.version_info.major}.{sys.version_info.minor}",
        "own": own,
    }
    files = {
        "README.md": File(filled("README.md", **facts)),
        "README.zh-TW.md": File(filled("README.zh-TW.md", **facts)),
        ".gitignore": File("".join(f"{name}\n" for name in _IGNORED).encode()),
        ".github/workflows/grade.yml": File(filled("grade.yml", **facts)),
    }
    if isinstance(grader, Wheel):
        files[grader.name] = File(grader.data)
        grader = f"./{grader.name}"
    return files | {"requirements.txt": File(f"{grader}\n".encode())}


def _without(folders: set[str], page: bytes) -> bytes:
    """An overview without what speaks of exercises that are not there: the rows of its table that
    lead to them, and its pictures.
    """
    gone = [f"]({folder}/" for folder in folders]
    lines = _PICTURE.sub("", page.decode()).splitlines(keepends=True)
    kept = [x for x in lines if not (x.startswith("|") and any(link in x for link in gone))]
    return "".join(kept).encode()
