"""Give a stub back. What was written stays beside it, under a name with the day."""

from datetime import datetime
from pathlib import Path

from grader.course import Lesson, write_whole
from grader.practice.home import Home


def give_back(lesson: Lesson, home: Home) -> list[tuple[Path, Path]]:
    """Each file that was not as in the course, and where it lies now. The stub is in its place."""
    kept = []
    for name in (lesson.file_name, lesson.notebook_name):
        stub, own = lesson.folder / name, home.folder(lesson) / name
        if not stub.is_file():
            continue
        data = stub.read_bytes()
        if own.is_file() and own.read_bytes() != data:
            place = _free(own)
            own.rename(place)
            kept.append((own, place))
        own.parent.mkdir(parents=True, exist_ok=True)
        write_whole(own, data)
    return kept


def _free(path: Path) -> Path:
    """A name with the day, and with the time where that is taken."""
    now = datetime.now()
    for stamp in (f"{now:%Y-%m-%d}", f"{now:%Y-%m-%d_%H%M%S}", f"{now:%Y-%m-%d_%H%M%S_%f}"):
        place = path.with_name(f"{path.stem}.{stamp}{path.suffix}")
        if not place.exists():
            break
    return place
