"""What build has made: whether it is what build would make now."""

from collections.abc import Iterator

from grader.build.handout import build_notebook, build_stub
from grader.build.lint.faults import Fault
from grader.build.lint.files import Files
from grader.build.words import renewed
from grader.course import AnswerKey, Lesson, read_key, sources
from grader.errors import AuthorError, KeyFileError
from grader.text import Message


def stale(files: Files) -> Iterator[Fault]:
    """Stub, notebook, copies and key are those of the files as they are."""
    lesson, key = files.lesson, None
    try:
        key = read_key(lesson.key_path)
    except KeyFileError as error:
        is_there = lesson.key_path.is_file()
        said = Message("{error}", error=error) if is_there else _not_built(lesson)
        yield Fault(lesson.key_path, 1, said, stops=True)
    yield from stale_files(lesson, key)


def stale_files(lesson: Lesson, key: AnswerKey | None) -> Iterator[Fault]:
    """Files that are not what build would make now, the key among them."""
    advice = Message("run `grader build {name}`", name=lesson.exercise.name)
    old = Message("it is stale; {advice}", advice=advice)
    stub, notebook = lesson.folder / lesson.file_name, lesson.folder / lesson.notebook_name
    for path, made in ((stub, build_stub), (notebook, build_notebook)):
        try:
            if not path.is_file():
                yield Fault(path, 1, _not_built(lesson))
            elif path.read_text(encoding="utf-8") != made(lesson):
                yield Fault(path, 1, old)
        except AuthorError:  # its own rule says what is wrong in what it is made of
            return
    for copy, source in lesson.shared.items():
        if not copy.is_file() or copy.read_bytes() != source.read_bytes():
            said = Message(
                "it is not a copy of {folder}/{name}; {advice}",
                folder=source.parent.name,
                name=source.name,
                advice=advice,
            )
            yield Fault(copy, 1, said)
    if not all(copy.is_file() for copy in lesson.shared):
        return  # the key is of files that are not there
    if key is None:
        return
    now = sources(lesson)
    if changed := _changed(key.sources, now):
        said = Message(
            "it is stale: built with another {files}; {advice}", files=changed, advice=advice
        )
        yield Fault(lesson.key_path, 1, said, stops=True)
    else:
        yield from _stale_words(lesson, key, now)


def _stale_words(lesson: Lesson, key: AnswerKey, now: dict[str, str]) -> Iterator[Fault]:
    """The key's hints and their translations are those of the files."""
    try:
        if renewed(lesson, key, now) != key:
            said = Message(
                "its words are not those of the files; run `grader build {name} --words`",
                name=lesson.exercise.name,
            )
            yield Fault(lesson.key_path, 1, said)
    except AuthorError as error:
        yield from (Fault(lesson.key_path, 1, said) for said in error.messages)


def _changed(then: dict[str, str], now: dict[str, str]) -> str:
    """The files whose code is another than a key was built with. Of wrong/ it is any of them."""
    return ", ".join(file for file in sorted({*then, *now}) if then.get(file) != now.get(file))


def _not_built(lesson: Lesson) -> Message:
    return Message("it is not built yet; run `grader build {name}`", name=lesson.exercise.name)
