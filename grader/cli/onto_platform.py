"""What `grader publish` does: a class's grades go into a platform's file, and its reports."""

import sys
from argparse import Namespace
from pathlib import Path

from grader import classroom
from grader.classroom import ClassRecord, Scale, Spoken, Store
from grader.cli import language, screen
from grader.cli.exit_codes import PASSED, UNGRADED
from grader.course import read_words
from grader.errors import UsageError
from grader.text import clean, line


def publish(args: Namespace) -> int:
    """`grader publish`: nothing is written unless all of it can be made."""
    export = args.canvas or args.moodle
    if export is None and args.moodle_feedback is None:
        raise UsageError("name the file to fill in: --canvas CSV or --moodle CSV")
    if args.moodle_feedback and args.canvas:
        raise UsageError("--moodle-feedback is for Moodle; it goes with --moodle, or alone")
    with Store(args.folder) as store:
        found = classroom.counted(store)
        record = found.record
        tongue = store.settings().get("language") or language.chosen(None)
    for note in found.notes:
        screen.note(str(note))
    spoken = Spoken(tongue, read_words(args.folder / classroom.KEY, tongue))
    if export is None:
        return _feedback_alone(args, record, spoken)
    output = _output(args, export)
    if args.canvas:
        sheet = classroom.read_canvas(export, record, args.column)
    else:
        sheet = classroom.read_moodle(export, args.column)
    scale = Scale(args.points) if args.points else None
    filled = classroom.fill(record, sheet, scale, args.late)
    reports = classroom.feedback_of_worksheet(filled, spoken) if args.moodle_feedback else b""
    classroom.write_grades(output, filled.text.encode())
    if args.moodle_feedback:
        classroom.write_grades(args.moodle_feedback, reports)
    sys.stdout.write(classroom.render_filled(filled, output, screen.width()))
    if args.moodle_feedback:
        _say_where(args.moodle_feedback)
    return UNGRADED if filled.left or filled.matching.lost else PASSED


def _feedback_alone(args: Namespace, record: ClassRecord, spoken: Spoken) -> int:
    if args.output:
        raise UsageError(
            "-o is for the table; --moodle-feedback alone writes the zip that it names"
        )
    reports, left = classroom.feedback_of_files(record, args.late, spoken)
    classroom.write_grades(args.moodle_feedback, reports)
    if left:
        print("no report is in it for:")
    for entry, why in left:
        print(clean(f"  {line(f'{entry.student} {entry.name}')}: {line(str(why))}"))
    _say_where(args.moodle_feedback)
    return UNGRADED if left else PASSED


def _say_where(path: Path) -> None:
    print(f"{path}   in Moodle: View all submissions, Upload multiple feedback files in a zip")


def _output(args: Namespace, export: Path) -> Path:
    """Where the table goes: over the export only where that is named."""
    if args.output:
        return Path(args.output)
    output: Path = args.folder / ("canvas.csv" if args.canvas else "moodle.csv")
    if output.exists() and export.exists() and output.samefile(export):
        raise UsageError(
            "{path} would be written over; name a file with -o, which may be the same",
            path=export,
        )
    return output
