"""Which exercises were verified whole as they are now: for these the short form is enough.

A whole verification without a fault leaves a digest of the exercise in its solution, as
`verified.sha256`: of all code, data and the key, but not of words for a reader. These decide no
verdict, and `lint`, with which every verification begins, reads them each time. The grader's own
code is not part of it either: the short form still judges every file.
"""

from hashlib import sha256

from grader.course import Lesson, read_key, text_of, without_words, write_whole
from grader.errors import KeyFileError

RECORD = "verified.sha256"


def unchanged(lesson: Lesson) -> bool:
    """Whether the exercise was verified whole, and no code of it is another one since."""
    record = lesson.solution / RECORD
    return record.is_file() and record.read_text(encoding="utf-8").split()[:1] == [_digest(lesson)]


def remember(lesson: Lesson) -> None:
    """Write down that the exercise was verified whole, as it is now."""
    line = f"{_digest(lesson)}  {lesson.exercise.name}\n"
    write_whole(lesson.solution / RECORD, line.encode())


def _digest(lesson: Lesson) -> str:
    """One digest of the exercise and its solution, words left out."""
    try:
        key = read_key(lesson.key_path).evidence
    except KeyFileError:
        key = ""
    lines = [f"key {key}"]
    for folder in (lesson.folder, lesson.solution):
        for path in sorted(folder.rglob("*.py"), key=lambda path: path.relative_to(folder).parts):
            code = without_words(text_of(path))
            lines.append(f"{path.relative_to(folder).as_posix()} {code}")
    lines += [f"{name} {sha256(data).hexdigest()}" for name, data in sorted(lesson.data.items())]
    return sha256("\n".join(lines).encode()).hexdigest()
