"""Grade one file, and say what is wrong, on a small example."""

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from grader import formats
from grader.cli import doing, language, progress_notes, ready, screen, suggest
from grader.cli.exit_codes import NOT_PASSED, PASSED, UNGRADED
from grader.text import Words

if TYPE_CHECKING:
    from grader.cli.here import Work
    from grader.report import Report

NAME, FOR, HELP = "check", "students", "grade a file"


def add_arguments(parser: ArgumentParser) -> None:
    """What can follow `grader check`."""
    parser.usage = "grader check [EXERCISE] [FILE] [NAME ...] [OPTION ...]"
    parser.add_argument(
        "words",
        metavar="WHAT",
        nargs="*",
        help="an exercise (ex1), a file (default: the exercise's own), checks or functions; "
        "an exercise that is not named is found by the others, or by where you are",
    )
    ready.add_options(parser)
    parser.add_argument("--only", action="append", metavar="NAME", help="a check or a function")
    parser.add_argument("--format", choices=formats.names(), default="terminal")
    parser.add_argument(
        "-v", "--verbose", action="store_true", help="every failure whole, output, key, time"
    )


def run(args: Namespace) -> int:
    """Grade the file and print its report; the exit code says whether every check passed."""
    words = language.words(args.lang)
    meant, work = ready.named(args, args.only or [])
    if meant.guessed:
        screen.note(words("taken for: {command}", command=meant.command()))
    lesson, only = work.lesson, meant.only
    with ready.ready(args, work) as made:
        from grader import practice
        from grader.judge import judge

        render = formats.named(args.format)
        report = judge(
            lesson,
            made.key,
            made.submission,
            made.zygote,
            only=only,
            shrink=made.shrink,
            told=lambda check: made.say(words(doing.asking(check.name, lesson, only))),
        )
    # What others handed in may hold a folder that looks like a student's own.
    home = practice.above(work.path.parent) if args.isolation == "open" else None
    progress_notes.remember(report, lesson, home, words, whole=not only)
    arguments = suggest.arguments(work, args, named=meant.file is not None)
    options = formats.Options(
        args.verbose,
        screen.color(),
        screen.width(),
        words.language,
        arguments,
        nudges=home is not None,
        hinted=practice.hinted(report, lesson) if home is not None else frozenset(),
    )
    told = ready.for_the_reader(report, work, made.key.words.get(words.language, {}))
    sys.stdout.write(render(told, options))
    if meant.file is None or meant.of_folder:
        _mention_another(work, report, words)
        _mention_notebook(work, report, words)
    return _exit_code(report)


def _mention_another(work: "Work", report: "Report", words: Words) -> None:
    """Two files of one name, here and in exercises/, are easily taken for each other."""
    if work.also:
        screen.note(
            words(
                "{file} was graded; there is another one, to grade it: {command}",
                file=suggest.as_seen_from_here(work.path),
                command=f"grader check {report.exercise} {work.also}",
            )
        )


def _mention_notebook(work: "Work", report: "Report", words: Words) -> None:
    """Both stubs lie side by side: a student who writes in the notebook would see only zeros."""
    from grader.report import Verdict

    path, notebook = work.path, work.path.with_suffix(".ipynb")
    attempted = any(check.verdict is not Verdict.NOT_ATTEMPTED for check in report.checks)
    if attempted or notebook == path or not notebook.is_file():
        return
    stub = work.lesson.folder / work.lesson.notebook_name
    if stub.resolve() != notebook.resolve() and _alike(stub, notebook):
        return  # nobody has written in that one either
    command = f"grader check {report.exercise} {os.path.relpath(notebook)}"
    screen.note(
        words(
            "nothing is attempted in {file}; to grade the notebook: {command}",
            file=path.name,
            command=command,
        )
    )


def _alike(stub: Path, notebook: Path) -> bool:
    return stub.is_file() and stub.read_bytes() == notebook.read_bytes()


def _exit_code(report: "Report") -> int:
    from grader.report import Status

    if report.status is Status.UNGRADED:
        return UNGRADED
    return PASSED if report.passed else NOT_PASSED
