"""The OUT of a batch, for tests of what is read of it: files of students, and no worker."""

from collections.abc import Mapping
from pathlib import Path

from support.fabricated import asked, entry

from grader.classroom.kept import keep
from grader.classroom.record import CheckSpec, Entry, Provenance
from grader.classroom.store import Store
from grader.judge import Submission
from grader.judge.submission import parse_submission
from grader.report import Report


def work(source: str, name: str = "logistic.py") -> Submission:
    """A file as it is handed in."""
    return parse_submission(Path(name), source.encode(), siblings=False)


def graded_class(
    out: Path, works: Mapping[str, Submission], reports: Mapping[str, Report] | None = None
) -> Path:
    """An OUT with these works, each graded; all of them are kept there as `batch` keeps them."""
    out.mkdir(exist_ok=True)
    checks: tuple[CheckSpec, ...] = asked()
    with Store(out, new=True) as store:
        store.settle({"exercise": "ex1", "title": "Logistic regression"}, checks)
        run = store.begin("sealed")
        for number, (student, handed_in) in enumerate(works.items()):
            row: Entry = entry(student, student.title(), file=f"{student}/{handed_in.name}")
            if reports and student in reports:
                row = entry(student, student.title(), file=row.file, report=reports[student])
            content = f"{number:064x}"
            keep(out, content, handed_in)
            store.write(row, Provenance(content, "key", "1"), run)
        store.end(run)
    return out
