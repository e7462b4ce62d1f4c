"""From the record of a class to what people read: reports, a table, a page."""

from pathlib import Path

from grader import formats
from grader.classroom.archive import as_json
from grader.classroom.faults import not_written
from grader.classroom.publish import grades, page
from grader.classroom.record import ClassRecord, Provenance, State
from grader.classroom.store import REPORTS

PAGE, TABLE, PLAN = "index.html", "grades.csv", "plan.txt"


def publish_class(record: ClassRecord, folder: Path, graded: dict[str, Provenance]) -> None:
    """Write all of it into the folder. `graded` tells as what each student's work was graded."""
    letter = formats.named("markdown")
    for entry in record.entries:
        text = as_json(record, entry, graded.get(entry.student))
        write(folder, f"{REPORTS}/{entry.student}.json", text)
        if entry.state is State.NOTHING:
            (folder / REPORTS / f"{entry.student}.md").unlink(missing_ok=True)
        else:
            beside = entry.later.message if entry.later else None
            addressed = formats.Options(student=entry.student, name=entry.name, beside=beside)
            write(folder, f"{REPORTS}/{entry.student}.md", letter(entry.report, addressed))
    write(folder, TABLE, grades.render(record))
    write(folder, PAGE, page.render(record))


def write(folder: Path, name: str, text: str) -> None:
    """Write a file as a whole or not at all; raises RecordError when it can't be."""
    path = folder / name
    temporary = path.parent / f".{path.name[:50]}.tmp"
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        temporary.unlink(missing_ok=True)
        temporary.touch(mode=0o600)  # only the owner may read grades, whoever may enter the folder
        temporary.write_text(text, encoding="utf-8", newline="")
        temporary.replace(path)
    except OSError as error:
        raise not_written(
            error,
            "{path} can't be written: {strerror}; the grades are safe in the record, and "
            "`grader report {folder}` writes this again",
            path=path,
            folder=folder,
        ) from None
