"""Further reports of one run: `--report FORMAT=FILE`, each to a file or where a platform wants it.

A report is written whole or not at all. Where nothing could be graded, it says why: who reads it on
a platform sees no terminal.
"""

import os
import secrets
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from grader import formats
from grader.errors import GraderError, UsageError
from grader.report import Report, Status
from grader.text import Message

GITHUB = "github"
"""The format that goes to standard output, and to the files that a runner names."""

_ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""What names the repository's folder on a platform. There, files are called from it."""


@dataclass(frozen=True)
class Asked:
    """A format, and the file that it goes to; None where it goes to standard output."""

    format: str
    path: Path | None


def add_option(parser: ArgumentParser) -> None:
    """`--report FORMAT[=FILE]`, any number of them."""
    parser.add_argument(
        "--report",
        action="append",
        default=[],
        metavar="FORMAT[=FILE]",
        help="write one more report: in a format of --format, to a file or where its platform "
        "wants it",
    )


def asked(words: Sequence[str]) -> list[Asked]:
    """What was asked for; raises UsageError for no format, and for one that needs a file's name."""
    found = [_asked(word) for word in words]
    paths = [each.path for each in found if each.path is not None]
    for path in paths:
        if paths.count(path) > 1:
            raise UsageError("--report: two reports can't be one file: {path}", path=path)
    return found


def _asked(word: str) -> Asked:
    name, _, file = word.partition("=")
    if name not in formats.names():
        known = ", ".join(formats.names())
        raise UsageError(
            "--report {name}: there is no such format; there are {known}", name=name, known=known
        )
    place = file or formats.place(name)
    if not place and name != GITHUB:
        raise UsageError("--report {name} needs a file: --report {name}=FILE", name=name)
    return Asked(name, Path(place) if place else None)


@contextmanager
def also_of_failure(
    asked: Sequence[Asked], exercise: str, options: formats.Options
) -> Iterator[None]:
    """Whatever ends the block before there is a report: the files say it, and it is raised."""
    try:
        yield
    except (Exception, KeyboardInterrupt) as error:  # raised again, whatever it is
        reason = Message("interrupted")
        if isinstance(error, GraderError):
            reason = error.messages[0]
        elif isinstance(error, Exception):
            reason = Message("internal error: {kind}", kind=type(error).__name__)
        write(asked, [_nothing(exercise, reason)], options)
        raise


@contextmanager
def not_obeyed(asked: Sequence[Asked]) -> Iterator[None]:
    """Within the block, no line that is printed is a workflow command, if annotations follow it.

    The report has what a student's code printed, and GitHub's runner reads each line of a step.
    """
    if Asked(GITHUB, None) not in asked:
        yield
        return
    token = secrets.token_hex(16)
    print(f"::stop-commands::{token}", flush=True)
    try:
        yield
    finally:
        print(f"::{token}::", flush=True)


def _nothing(exercise: str, reason: Message) -> Report:
    """The report of a run that graded nothing."""
    return Report(
        exercise=exercise,
        title="",
        submission="",
        status=Status.UNGRADED,
        isolation="",
        duration_s=0.0,
        key_fingerprint="",
        seed_is_public=False,
        checks=(),
        reason=reason,
    )


def write(
    asked: Sequence[Asked],
    reports: Sequence[Report],
    options: formats.Options,
    environment: Mapping[str, str] = os.environ,
) -> None:
    """Write what was asked for. One that can't be written does not keep the others from it.

    Raises UsageError, with a line for each file that can't be written.
    """
    from_root = [_from_root(report, environment) for report in reports]
    options = replace(options, color=False, nudges=False)
    faults = []
    for each in asked:
        text = formats.of_several(each.format)(from_root, options)
        try:
            if each.path is not None:
                _write(each.path, text)
            else:
                print(text, end="")
            _append(formats.appended(each.format)(from_root, options), environment)
        except BrokenPipeError:
            raise  # nobody reads what is printed
        except OSError as error:
            path = each.path or Message("the runner's file")
            faults.append(
                Message("{path} can't be written: {why}", path=path, why=error.strerror or error)
            )
    if faults:
        raise UsageError(faults[0], *faults[1:])


def _write(path: Path, text: str) -> None:
    from grader.course import write_whole

    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, text.encode())


def _append(texts: Mapping[str, str], environment: Mapping[str, str]) -> None:
    """Add each text to the file that a variable of this name names, if it names one."""
    for name, text in texts.items():
        if environment.get(name):
            with Path(environment[name]).open("a", encoding="utf-8") as file:
                file.write(text)


def _from_root(report: Report, environment: Mapping[str, str]) -> Report:
    """The report, with its file as it is called from the repository's folder."""
    root = next((environment[name] for name in _ROOTS if environment.get(name)), None)
    if root is None or not report.submission:
        return report
    path, above = (Path(os.path.abspath(name)) for name in (report.submission, root))
    if not path.is_relative_to(above):
        return report
    return replace(report, submission=path.relative_to(above).as_posix())
