"""From the record of a class to what people read: reports, a table, a page."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from grader.formats import grades, json, markdown, page
from grader.results import ClassRecord, State

PAGE, TABLE, REPORTS = "index.html", "grades.csv", "reports"


def publish(record: ClassRecord, folder: Path) -> None:
    """Write all of it into the folder, each file as a whole or not at all."""
    reports = folder / REPORTS
    reports.mkdir(exist_ok=True)
    for entry in record.entries:
        with _replaced(reports / f"{entry.student}.json") as path:
            path.write_text(json.render(entry.report), encoding="utf-8")
        if entry.state is not State.NOTHING:
            text = markdown.render(entry.report, student=entry.student, name=entry.name)
            with _replaced(reports / f"{entry.student}.md") as path:
                path.write_text(text, encoding="utf-8")
    with _replaced(folder / TABLE) as path:
        path.write_text(grades.render(record), encoding="utf-8", newline="")
    with _replaced(folder / PAGE) as path:
        path.write_text(page.render(record), encoding="utf-8")


@contextmanager
def _replaced(path: Path) -> Iterator[Path]:
    temporary = path.with_name(f".{path.name[:200]}.tmp")
    yield temporary
    temporary.replace(path)
