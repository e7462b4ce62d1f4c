"""The command line: arguments in, exit code out. Alone in printing and exiting.

What a command needs is imported by that command, so that `--help` answers at once.
"""

import io
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from grader.cli import arguments
from grader.errors import GraderError, SubmissionError, UsageError

if TYPE_CHECKING:
    from grader.course.course import Lesson
    from grader.judge.judge import Shrink
    from grader.report import Report
    from grader.sandbox.start import Workers

PASSED, NOT_PASSED, INTERNAL = 0, 1, 3
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the exit code."""
    asked = arguments.parser().parse_args(argv)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # where a name can't be printed
    kept = "what was graded is kept" if asked.command == "batch" else "nothing was graded"
    try:
        return COMMANDS[asked.command](asked)
    except GraderError as error:
        print(f"grader: {error}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print(f"grader: interrupted; {kept}", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return NOT_PASSED
    except Exception as error:  # the edge: a fault of ours, shown in one line
        if os.environ.get("GRADER_DEBUG"):
            raise
        print(
            f"grader: internal error, {kept}: {type(error).__name__}: {error} "
            "(GRADER_DEBUG=1 shows where; please report it)",
            file=sys.stderr,
        )
        return INTERNAL


def check_(asked: Namespace) -> int:
    """`grader check`: grade one file."""
    from grader.judge import submission
    from grader.report import Tier
    from grader.sandbox.start import start
    from grader.sandbox.tiers import choose

    lesson = _lesson(asked.exercise)
    _known_names(lesson, asked.only or [])
    path = _file(lesson, asked.file)
    tier = Tier.OPEN if asked.isolation == "open" else choose(asked.isolation)
    with start(lesson.exercise.framework, tier) as zygote:
        # All of this is imported and read while the zygote imports its framework.
        from grader.course import key
        from grader.formats import json, terminal
        from grader.judge.judge import judge

        read = submission.read(path, given=lesson.exercise.given)
        answers = key.read(asked.key or lesson.key_path)
        shrink = _shrinking(lesson, zygote, asked.shrink)
        report = judge(lesson, answers, read, zygote, only=asked.only or (), shrink=shrink)
    if asked.format == "json":
        sys.stdout.write(json.render(report))
    else:
        color = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        width = _width()
        sys.stdout.write(terminal.render(report, asked.verbose, color=color, width=width))
    if asked.file is None:
        _mention_notebook(path, report)
    return _exit_code(report)


def _mention_notebook(path: Path, report: "Report") -> None:
    """Both stubs lie in exercises/: who writes in the notebook would see only zeros."""
    from grader.report import Verdict

    notebook = path.with_suffix(".ipynb")
    attempted = any(check.verdict is not Verdict.NOT_ATTEMPTED for check in report.checks)
    if attempted or notebook == path or not notebook.is_file():
        return
    where = os.path.relpath(notebook)
    print(
        f"grader: nothing is attempted in {path.name}; "
        f"to grade the notebook: grader check {report.exercise} {where}",
        file=sys.stderr,
    )


def _width() -> int:
    import shutil

    return shutil.get_terminal_size((80, 24)).columns


def _exit_code(report: "Report") -> int:
    from grader.report import Status

    if report.status is Status.UNGRADED:
        return INTERNAL
    return PASSED if report.passed else NOT_PASSED


def _lesson(name: str) -> "Lesson":
    from grader.course import course

    try:
        return course.find(Path.cwd()).lesson(name)
    except UsageError:
        if Path(name).is_file():
            message = f"{name} is a file; the exercise comes first: grader check ex1 {name}"
            raise UsageError(message) from None
        raise


def _known_names(lesson: "Lesson", only: list[str]) -> None:
    import difflib

    checks = [check.name for check in lesson.exercise.checks]
    known = [*lesson.exercise.graded, *checks]
    for name in only:
        if name not in known:
            close = difflib.get_close_matches(name, known, n=1)
            advice = f"did you mean {close[0]}?" if close else f"there are {', '.join(known)}"
            raise UsageError(f"--only {name}: no such check or function; {advice}")


def _file(lesson: "Lesson", named: str | None) -> Path:
    """The file to grade: the one named, else the exercise's own, here or in exercises/.

    In either folder the .py comes before the notebook.
    """
    if named is not None:
        return Path(named)
    own = [lesson.file_name, lesson.notebook_name]
    for place in (folder / name for folder in (Path(), lesson.folder) for name in own):
        if place.is_file():
            return place
    raise SubmissionError(
        f"no {own[0]} and no {own[1]} here or in {lesson.folder}; name the file: "
        f"grader check {lesson.exercise.name} FILE"
    )


def _shrinking(lesson: "Lesson", zygote: "Workers", seconds: float) -> "Shrink | None":
    if not lesson.has_solution or seconds <= 0:
        return None
    from grader.authoring.exercise import Check
    from grader.judge.compare import Failure
    from grader.judge.implementation import Implementation

    def shrink(check: Check, student: Implementation) -> Failure | None:
        # Hypothesis is imported only when a failure is there to be shrunk.
        from grader.build.counterexample import live, load_strategies

        strategies = load_strategies(lesson.inputs, lesson.exercise.checks)
        units = [lesson.unit(lesson.reference)]
        with Implementation(zygote, lesson.load(units), lesson.exercise.limits) as reference:
            return live(check, strategies[check.name], student, reference, seconds)

    return shrink


def data_signs(asked: Namespace) -> int:
    """`grader data signs`: draw a set of traffic signs."""
    from grader.datasets import signs

    count = signs.write(
        asked.directory,
        classes=asked.classes,
        tracks=asked.tracks,
        frames=asked.frames,
        size=asked.size,
        seed=asked.seed,
    )
    print(f"{asked.directory}: {count} images of {asked.classes} kinds of signs")
    return PASSED


def list_(asked: Namespace) -> int:
    """`grader list`: the exercises of the course."""
    from grader.course import course

    found = course.find(Path.cwd())
    for name in found.folders:
        exercise = found.lesson(name).exercise
        points = sum(check.points for check in exercise.checks)
        print(
            f"{name:6} {exercise.title:32} {exercise.module + '.py':16} "
            f"{len(exercise.checks):3} checks {points:4g} points"
        )
    return PASSED


def build_(asked: Namespace) -> int:
    """`grader build`: stub, notebook and answer key."""
    from grader.build import generate as build
    from grader.course import key
    from grader.cli import progress
    from grader.sandbox.start import start

    for lesson in _lessons(asked.exercises):
        secret = asked.seed is not None
        path = lesson.key_path
        if secret:
            path = asked.output or Path(f"{lesson.exercise.name}.secret.key")
        else:
            stub, notebook = lesson.folder / lesson.file_name, lesson.folder / lesson.notebook_name
            stub.write_text(build.build_stub(lesson), encoding="utf-8")
            print(f"{stub}: stub")
            notebook.write_text(build.build_notebook(lesson), encoding="utf-8")
            print(f"{notebook}: the same as a notebook")
        seed = asked.seed if secret else build.PUBLIC_SEED
        with start(lesson.exercise.framework) as zygote, progress.steps() as told:
            answers = build.build_key(lesson, zygote, seed, not secret, told)
        key.write(path, answers)
        cases = sum(len(check.cases) for check in answers.checks.values())
        print(
            f"{path}: {cases} cases, {len(answers.mistakes)} known mistakes, "
            f"{path.stat().st_size >> 10} KB"
        )
    return PASSED


def _lessons(names: list[str]) -> "list[Lesson]":
    from grader.course import course

    found = course.find(Path.cwd())
    lessons = [found.lesson(name) for name in names or found.folders]
    for lesson in lessons:
        if not lesson.has_solution:
            raise UsageError(f"no solution in {lesson.solution}; only an instructor can do this")
    return lessons


def verify_(asked: Namespace) -> int:
    """`grader verify`: does the course keep its promises?"""
    from grader.cli import progress
    from grader.build import matrix as format_
    from grader.build.verify import verify

    faults = 0
    for lesson in _lessons(asked.exercises):
        with progress.steps() as told:
            found = verify(lesson, told, quick=asked.quick)
        sys.stdout.write(format_.render(found))
        faults += len(found.faults)
    return NOT_PASSED if faults else PASSED


def doctor_(asked: Namespace) -> int:
    """`grader doctor`: each layer of isolation, tried."""
    from grader.cli.doctor_text import render
    from grader.sandbox.tiers import probe_all

    sys.stdout.write(render(list(probe_all())))
    return PASSED


def key_show(asked: Namespace) -> int:
    """`grader key show`: what is in an answer key."""
    from grader.course import key
    from grader.cli.key_text import render

    path = Path(asked.key)
    if not path.is_file():
        path = _lesson(asked.key).key_path
    sys.stdout.write(render(key.read(path)))
    return PASSED


def _of_a_class(name: str) -> Callable[[Namespace], int]:
    def run(asked: Namespace) -> int:
        from grader.cli import cli_class

        command: Callable[[Namespace], int] = getattr(cli_class, name)
        return command(asked)

    return run


COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "check": check_,
    "batch": _of_a_class("batch_"),
    "report": _of_a_class("report_"),
    "show": _of_a_class("show_"),
    "list": list_,
    "build": build_,
    "verify": verify_,
    "data_signs": data_signs,
    "doctor": doctor_,
    "key_show": key_show,
}
