"""From the record of a class to what people read: reports, a table, a page."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from grader.errors import RecordError
from grader.formats import grades, json, markdown, page
from grader.results import ClassRecord, State

PAGE, TABLE, REPORTS = "index.html", "grades.csv", "reports"


def publish(record: ClassRecord, folder: Path) -> None:
    """Write all of it into the folder, each file as a whole or not at all."""
    (folder / REPORTS).mkdir(exist_ok=True)
    for entry in record.entries:
        with _replaced(folder, REPORTS, f"{entry.student}.json") as path:
            path.write_text(json.render(entry.report), encoding="utf-8")
        if entry.state is not State.NOTHING:
            text = markdown.render(entry.report, student=entry.student, name=entry.name)
            with _replaced(folder, REPORTS, f"{entry.student}.md") as path:
                path.write_text(text, encoding="utf-8")
    with _replaced(folder, TABLE) as path:
        path.write_text(grades.render(record), encoding="utf-8", newline="")
    with _replaced(folder, PAGE) as path:
        path.write_text(page.render(record), encoding="utf-8")


@contextmanager
def _replaced(folder: Path, *names: str) -> Iterator[Path]:
    path = folder.joinpath(*names)
    temporary = path.with_name(f".{path.name[:50]}.tmp")
    try:
        yield temporary
        temporary.replace(path)
    except OSError as error:
        raise RecordError(
            f"{path} can't be written: {error.strerror}; the grades are safe in the record, "
            f"and `grader report {folder}` writes this again"
        ) from None
