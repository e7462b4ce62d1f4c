"""A zip of reports that Moodle gives to its students: "Upload multiple feedback files in a zip".

Moodle finds whose a file is by the folder: `NAME_NUMBER_assignsubmission_file_`, split at the first
four underscores, where NUMBER is the participant's and NAME is anything without an underscore
(is_valid_filename_for_import in mod/assign/feedback/file/importziplib.php,
https://github.com/moodle/moodle).
"""

import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from html import escape

from grader import formats
from grader.classroom.publish.filling import Filled, open_because, points_in_all
from grader.classroom.publish.matching import numbers_of
from grader.classroom.publish.sheet import Platform
from grader.classroom.record import ClassRecord, Entry, State
from grader.errors import UsageError
from grader.judge import localized
from grader.text import Message, line

REPORT = "report.html"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The same reports are the same zip."""
_MOST = 80
"""Characters of a name: some systems unpack no path of more than 260."""

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
</head>
<body style="margin:1.5em">
{report}</body>
</html>
"""


@dataclass(frozen=True)
class Spoken:
    """The language of the reports, and what an exercise's author says in it."""

    language: str = "en"
    of_author: Mapping[str, str] = field(default_factory=dict)


ENGLISH = Spoken()


def of_worksheet(filled: Filled, spoken: Spoken = ENGLISH) -> bytes:
    """The reports of those whose grade is in the worksheet."""
    given = [grade.match for grade in filled.grades]
    return _packed([(one.entry, one.seat.name, one.seat.number) for one in given], spoken)


def of_files(
    record: ClassRecord, late: bool, spoken: Spoken = ENGLISH
) -> tuple[bytes, list[tuple[Entry, Message]]]:
    """Without a worksheet: the reports of those whose file has a number of Moodle's in its name.

    Those who are left out come second, each with the reason; with `late`, nobody is for being late.
    Raises UsageError where no file has such a name.
    """
    numbers = numbers_of(Platform.MOODLE, record.entries)
    if not numbers:
        raise UsageError(
            "no file of the class has a name that Moodle has given, with the participant's number; "
            "name the worksheet with --moodle"
        )
    left = []
    for entry in record.entries:
        why = open_because(entry, points_in_all(record), late)
        if entry.student not in numbers and not why:
            why = Message("no file with a number of Moodle's in its name")
        if why:
            left.append((entry, why))
    out = {entry.student for entry, _ in left}
    given = [entry for entry in record.entries if entry.student not in out]
    return _packed([(entry, *numbers[entry.student]) for entry in given], spoken), left


def _packed(given: Iterable[tuple[Entry, str, str]], spoken: Spoken) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for entry, name, number in given:
            if entry.counts_as is State.GRADED or entry.ruling is not None:
                path = f"{_folder(name or entry.name)}_{number}_assignsubmission_file_/{REPORT}"
                info = zipfile.ZipInfo(path, _EPOCH)
                info.compress_type = zipfile.ZIP_DEFLATED
                packed.writestr(info, page(entry, spoken))
    return buffer.getvalue()


def page(entry: Entry, spoken: Spoken = ENGLISH) -> str:
    """A student's report as a page of its own. Where the course lies is for the instructor."""
    report = localized(replace(entry.report, course=None), spoken.of_author)
    options = formats.Options(
        language=spoken.language, ruling=entry.ruling, told=entry.to_tell, score=entry.score
    )
    shown = formats.named("html")(report, options)
    title = f"{report.exercise} {report.title}: {entry.name or entry.student}"
    return _PAGE.format(language=escape(spoken.language), title=escape(line(title)), report=shown)


def _folder(name: str) -> str:
    """The name as Moodle writes it into a folder's: no underscore, nothing that ends a path."""
    kept = "".join(char if char.isalnum() or char in " -.'" else " " for char in line(name))
    return " ".join(kept.split())[:_MOST].strip(". ") or "Participant"
