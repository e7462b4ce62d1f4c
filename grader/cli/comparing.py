"""What `grader compare` does: it lists pairs of files that are alike, or shows two of them."""

import sys
from argparse import Namespace
from collections.abc import Iterable, Mapping
from pathlib import Path

from grader import classroom
from grader.classroom import COPIES, ClassRecord, Comparison, Provenance, Store
from grader.cli import language, screen
from grader.cli.exit_codes import PASSED, UNGRADED
from grader.cli.similar import did_you_mean
from grader.errors import RecordError, UsageError
from grader.text import Words


def compare(args: Namespace) -> int:
    """`grader compare`: the list and its table, or two students' files side by side."""
    if len(args.students) not in (0, 2):
        raise UsageError(
            "name two students, or none, for the list of all pairs; {count} are named",
            count=len(args.students),
        )
    with Store(args.output) as store:
        counted = classroom.counted(store)
    record, graded = counted.record, counted.graded
    _must_be_there(args.students, [entry.student for entry in record.entries])
    found = classroom.compare_class(
        record, graded, args.output, args.least or classroom.LEAST_ALIKE
    )
    words = language.words(args.lang)
    if args.students:
        return _beside(args.students, found, record, words)
    if not found.works:
        raise RecordError(
            "{folder} holds no source of what was graded; the same `grader batch` once more puts "
            "it there, and grades nothing again",
            folder=args.output,
        )
    table = classroom.pairs_table(found)
    path = args.csv or args.output / COPIES
    classroom.write_grades(path, table.encode(), "--csv")
    _onto_the_page(found, graded, args.output)
    sys.stdout.write(classroom.render_pairs(found, record, str(path), words, screen.width()))
    return PASSED if len(found.works) == found.compared and not found.missing else UNGRADED


def _onto_the_page(found: Comparison, graded: Mapping[str, Provenance], folder: Path) -> None:
    """Keep the pairs, and write the page with them; a batch may have gone on meanwhile."""
    with Store(folder) as store:
        classroom.remember(store, found, graded)
        record, settings = classroom.counted(store).record, store.settings()
        spoken = settings.get("language", language.ENGLISH)
        classroom.publish_page(record, folder, store.provenances(), spoken, settings)


def _must_be_there(students: Iterable[str], known: list[str]) -> None:
    for student in students:
        if student not in known:
            raise UsageError(
                "{student} is not in the class{suggestion}",
                student=student,
                suggestion=did_you_mean(student, known, 0.4),
            )


def _beside(students: list[str], found: Comparison, record: ClassRecord, words: Words) -> int:
    files = []
    for student in students:
        first = found.first_of(student)
        if first not in found.rarity.held:
            why = found.problems.get(first or student, ())
            raise UsageError(
                "the file of {student} was not compared: {reason}",
                student=student,
                reason=words(why[0]) if why else words("there is none that counts, or not in OUT"),
            )
        files.append(first)
    if files[0] == files[1]:
        raise UsageError(
            "{one} and {other} have handed in one file", one=files[0], other=students[1]
        )
    pair = found.pair(files[0], files[1])
    sys.stdout.write(classroom.render_beside(found, pair, record, words, screen.width()))
    return PASSED
