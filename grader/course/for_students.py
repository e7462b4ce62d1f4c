"""What students get of a course: READMEs, their pictures, stubs, notebooks, given modules, data."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from grader.course.course import Course, Lesson

_READMES = "README*.md"
_PICTURES = "*.svg"


def handed_out(course: Course, lessons: Iterable[Lesson]) -> Iterator[tuple[Path, Path]]:
    """Each file that is handed out: its place among the exercises, and the course's file."""
    for pattern in (_READMES, _PICTURES):
        for path in sorted((course.root / "exercises").glob(pattern)):
            yield Path(path.name), path
    for lesson in lessons:
        for source in files_of(lesson):
            yield Path(lesson.folder.name, source.name), source


def files_of(lesson: Lesson) -> list[Path]:
    """Those of one exercise that are there."""
    names = [lesson.file_name, lesson.notebook_name, *lesson.given_files]
    found = [*sorted(lesson.folder.glob(_READMES)), *(lesson.folder / name for name in names)]
    return [path for path in found if path.is_file()]
