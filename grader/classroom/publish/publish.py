"""From the record of a class to what people read: reports, a table, a page."""

from pathlib import Path

from grader import formats
from grader.classroom.publish import grades, page
from grader.classroom.record import ClassRecord, State
from grader.errors import RecordError

PAGE, TABLE, PLAN, REPORTS = "index.html", "grades.csv", "plan.txt", "reports"


def publish_class(record: ClassRecord, folder: Path) -> None:
    """Write all of it into the folder."""
    as_json, letter = formats.named("json"), formats.named("markdown")
    for entry in record.entries:
        write(folder, f"{REPORTS}/{entry.student}.json", as_json(entry.report, formats.Options()))
        if entry.state is State.NOTHING:
            (folder / REPORTS / f"{entry.student}.md").unlink(missing_ok=True)
        else:
            addressed = formats.Options(student=entry.student, name=entry.name)
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
        raise RecordError(
            "{path} can't be written: {strerror}; the grades are safe in the record, and "
            "`grader report {folder}` writes this again",
            path=path,
            strerror=error.strerror,
            folder=folder,
        ) from None
