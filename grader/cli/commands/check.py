"""Grade one file, and say what is wrong, on a small example."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from grader import formats
from grader.cli import (
    courses,
    doing,
    first_steps,
    handed_in,
    language,
    meaning,
    progress_notes,
    ready,
    reports,
    screen,
    suggest,
)
from grader.cli.exit_codes import NOT_PASSED, PASSED, UNGRADED
from grader.errors import UsageError
from grader.report import Report, Status, Verdict, sum_of_points
from grader.text import Message, Words

if TYPE_CHECKING:
    from grader.cli.here import Work
    from grader.cli.meaning import Meant

_ONE_BY_ONE = ("terminal", "markdown", "html")
"""Formats that people read: of several reports, one follows the other."""

NAME, FOR, HELP = "check", "students", "grade a file"


def add_arguments(parser: ArgumentParser) -> None:
    """What can follow `grader check`."""
    parser.usage = "grader check [WHAT ...] [OPTION ...]"
    parser.add_argument(
        "words",
        metavar="WHAT",
        nargs="*",
        help="an exercise (ex1) or several, a file (default: the exercise's own), checks or "
        "functions; an exercise that is not named is found by the others, or by where you are",
    )
    ready.add_options(parser)
    parser.add_argument("--only", action="append", metavar="NAME", help="a check or a function")
    parser.add_argument("--all", action="store_true", help="every exercise that is begun here")
    handed_in.add_option(parser)
    reports.add_option(parser)
    reports.add_format(parser)
    parser.add_argument(
        "-v", "--verbose", action="store_true", help="every failure whole, output, key, time"
    )


def run(args: Namespace) -> int:
    """Grade the files and print their reports; the exit code is that of the worst."""
    asked, fault = reports.asked(args.report)
    spoken = language.of_command_line([f"{language.OPTION}={args.lang}"])
    options = formats.Options(args.verbose, screen.color(), screen.width(), spoken)
    called = " ".join(word for word in args.words if not meaning.is_file(word)) or "grader"
    with reports.also_of_failure(asked, called, options), ExitStack() as stack:
        if fault is not None:
            raise fault
        words = language.words(args.lang)
        named, begun = _named(args, words, stack)
        works = [work for _, work in named]
        place = ready.Workplace(args, works, stack, trusted=handed_in.trusted(args))
        graded = [_graded(args, place, meant, work, words) for meant, work in named]
        text = _rendered(args.format, graded, words)
    told = [each.told for each in graded]
    try:
        with reports.not_obeyed(asked):
            sys.stdout.write(text)
            sys.stdout.flush()
    finally:  # also where nobody reads what is printed
        reports.write(asked, told, options)
    for each in graded:
        if each.meant.file is None or each.meant.of_folder:
            _mention_another(each.work, each.told, words)
            _mention_notebook(each.work, each.told, words)
    code = max(map(_exit_code, told))
    return code if begun or code == UNGRADED else PASSED


def _named(
    args: Namespace, words: Words, stack: ExitStack
) -> "tuple[list[tuple[Meant, Work]], bool]":
    """What is to be graded: what the words mean; several exercises; with `--all`, what is begun.

    And whether it is begun: where nothing is yet, that is no failure, and the first stub is shown.
    """
    if args.handed_in is not None:
        return [handed_in.named(args, stack)], True
    own = args.isolation == "open"
    names, begun = args.words, True
    if args.all:
        if args.words or args.only:
            raise UsageError(
                "--all grades what is begun here; leave {word} out",
                word=[*args.words, "--only"][0],
            )
        names, begun = _of_all(args, words, own=own)
    if not args.all and not meaning.several(args.words, args.course, own=own):
        found = [ready.named(args, args.only or [])]
    else:
        one_each = [Namespace(**vars(args) | {"words": [name]}) for name in names]
        each = [ready.named(one, args.only or []) for one in one_each]
        # One that is named twice has its points once.
        found = list({work.lesson.exercise.name: (meant, work) for meant, work in each}.values())
    for meant, _ in found:
        if meant.guessed and not args.all:
            screen.note(words("taken for: {command}", command=meant.command()))
    return found, begun


def _of_all(args: Namespace, words: Words, *, own: bool) -> tuple[list[str], bool]:
    """The exercises that are begun here; else the first that has a stub here, and False.

    They are those of the course that counts, never of one in a folder of others. Raises UsageError
    where there is not even a stub: this is another folder than was meant.
    """
    course = courses.for_a_file(args.course, None, "", own=own)
    if names := first_steps.begun(course, own=own):
        return names, True
    if (first := first_steps.first_here(course)) is None:
        raise UsageError(
            "nothing of this course is here: {course}; grader list shows the exercises",
            course=course.origin or Message("the one that came with the grader"),
        )
    screen.note(
        words("nothing is begun here yet; {exercise} is the first exercise", exercise=first)
    )
    return [first], False


@dataclass(frozen=True)
class _Graded:
    """A file that was graded: its report, as its reader is told it, and how that is shown."""

    meant: "Meant"
    work: "Work"
    told: Report
    options: formats.Options


def _graded(
    args: Namespace, place: ready.Workplace, meant: "Meant", work: "Work", words: Words
) -> _Graded:
    lesson, only = work.lesson, meant.only
    with place.ready(work) as made:
        from grader import practice
        from grader.judge import judge

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
    options = formats.Options(
        args.verbose,
        screen.color(),
        screen.width(),
        words.language,
        suggest.arguments(work, args, named=meant.file is not None),
        nudges=home is not None,
        hinted=practice.hinted(report, lesson) if home is not None else frozenset(),
    )
    told = ready.for_the_reader(report, work, made.key.words.get(words.language, {}))
    return _Graded(meant, work, told, options)


def _rendered(format_: str, graded: Sequence[_Graded], words: Words) -> str:
    """The reports in one text; of several for a terminal, with the sum of their points."""
    told = [each.told for each in graded]
    if format_ not in _ONE_BY_ONE:
        return formats.of_several(format_)(told, graded[0].options)
    render = formats.named(format_)
    text = "\n".join(render(each.told, each.options) for each in graded)
    if format_ != "terminal" or len(told) == 1:
        return text
    score = sum_of_points(report.score for report in told)
    most = sum_of_points(report.max_score for report in told)
    everything = words("all {count} exercises", count=len(told))
    return f"{text}\n{everything}  {score:g} / {most:g}\n"


def _mention_another(work: "Work", report: Report, words: Words) -> None:
    """Two files of one name, here and in exercises/, are easily taken for each other."""
    if work.also:
        screen.note(
            words(
                "{file} was graded; there is another one, to grade it: {command}",
                file=suggest.as_seen_from_here(work.path),
                command=f"grader check {report.exercise} {work.also}",
            )
        )


def _mention_notebook(work: "Work", report: Report, words: Words) -> None:
    """Both stubs lie side by side: a student who writes in the notebook would see only zeros."""
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


def _exit_code(report: Report) -> int:
    if report.status is Status.UNGRADED:
        return UNGRADED
    return PASSED if report.passed else NOT_PASSED
