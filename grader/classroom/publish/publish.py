"""From the record of a class to what people read: reports, a table, a page."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from grader import formats
from grader.classroom import clusters
from grader.classroom.archive import as_json
from grader.classroom.collect import BETWEEN_STUDENTS
from grader.classroom.faults import not_written
from grader.classroom.grading import KEY
from grader.classroom.publish import grades, page, unnamed
from grader.classroom.publish.extras import Extras, extras_of
from grader.classroom.publish.watchers import is_watched
from grader.classroom.record import ClassRecord, Entry, Provenance, State
from grader.classroom.store import REPORTS
from grader.course import read_words, write_whole
from grader.judge import localized
from grader.text import Message

PAGE, TABLE, PLAN = "index.html", "grades.csv", "plan.txt"


def publish_class(
    record: ClassRecord,
    folder: Path,
    graded: Mapping[str, Provenance],
    language: str = "en",
    settings: Mapping[str, str] | None = None,
) -> None:
    """Write all of it into the folder. `graded` tells as what each student's work was graded.

    Letters and page are in the `language`, and what the author says in them as far as the class's
    key has it. The table is for programs, too, and in English. `settings` are those of the record.
    """
    of_author = read_words(folder / KEY, language)
    for entry in record.entries:
        text = as_json(entry, graded.get(entry.student))
        write(folder, f"{REPORTS}/{entry.student}.json", text)
        if entry.counts_as is State.NOTHING:
            (folder / REPORTS / f"{entry.student}.md").unlink(missing_ok=True)
        else:
            write(folder, f"{REPORTS}/{entry.student}.md", letter(entry, language, of_author))
    write(folder, TABLE, grades.render(record))
    found = clusters.unnamed(record)
    live, attempts = is_watched(folder), _attempts(record)
    extras = extras_of(folder, graded, settings or {}, language, live=live, attempts=attempts)
    _write_page(record, folder, extras, of_author, found)
    _write_unnamed(found, folder)


def publish_page(
    record: ClassRecord,
    folder: Path,
    graded: Mapping[str, Provenance],
    language: str,
    settings: Mapping[str, str],
    *,
    live: bool | None = None,
) -> None:
    """Write the page alone; `live` as long as it is watched, which else is found out."""
    live = is_watched(folder) if live is None else live
    extras = extras_of(folder, graded, settings, language, live=live, attempts=_attempts(record))
    of_author = read_words(folder / KEY, language)
    _write_page(record, folder, extras, of_author, clusters.unnamed(record))


def _attempts(record: ClassRecord) -> list[str]:
    """The digests of all attempts, those of all students that have several."""
    return [one.content for entry in record.entries for one in entry.attempts if one.content]


def _write_page(
    record: ClassRecord,
    folder: Path,
    extras: Extras,
    of_author: Mapping[str, str],
    found: clusters.Unnamed,
) -> None:
    if of_author:
        record = replace(
            record,
            title=of_author.get(record.title, record.title),
            checks=tuple(
                replace(check, title=of_author.get(check.title, check.title))
                for check in record.checks
            ),
            entries=tuple(
                replace(entry, report=localized(entry.report, of_author))
                for entry in record.entries
            ),
        )
    write(folder, PAGE, page.render(record, extras, found))


def _write_unnamed(found: clusters.Unnamed, folder: Path) -> None:
    """Write which students have one mistake that has no name, where there are some."""
    if found.groups:
        write(folder, unnamed.FILE, unnamed.render(found))
    else:
        (folder / unnamed.FILE).unlink(missing_ok=True)


def letter(entry: Entry, language: str = "en", of_author: Mapping[str, str] | None = None) -> str:
    """The letter to a student, which names no other one; an author's words are those of a key."""
    waits = entry.later is not None and not entry.is_settled
    beside = _own(entry.later.message) if entry.later and waits else None
    addressed = formats.Options(
        language=language,
        student=entry.student,
        name=entry.name,
        beside=beside,
        ruling=entry.ruling,
        told=entry.to_tell,
        score=entry.score,
    )
    report = localized(entry.report, of_author or {})
    if report.reason is not None:
        report = replace(report, reason=_own(report.reason))
    return formats.named("markdown")(report, addressed)


def _own(message: Message) -> Message:
    """The message without what is said of other students and their files."""
    if message.template in BETWEEN_STUDENTS:
        return Message("it is not clear which file is yours")
    facts = message.facts.items()
    own = {name: _own(fact) if isinstance(fact, Message) else fact for name, fact in facts}
    return Message(message.template, **own)


def write(folder: Path, name: str, text: str) -> None:
    """Write a file as a whole or not at all; raises RecordError when it can't be."""
    path = folder / name
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        write_whole(path, text.encode(), private=True)
    except OSError as error:
        raise not_written(
            error,
            "{path} can't be written: {strerror}; the grades are safe in the record, and "
            "`grader report {folder}` writes this again",
            path=path,
            folder=folder,
        ) from None


def write_grades(path: Path, data: bytes, option: str = "-o") -> None:
    """As `write`, a file that is named by a person, with this option."""
    try:
        write_whole(path, data, private=True)
    except OSError as error:
        raise not_written(
            error,
            "{path} can't be written: {strerror}; name another file with {option}",
            path=path,
            option=option,
        ) from None
