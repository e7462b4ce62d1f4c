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
from grader.cli import language, screen, similar
from grader.errors import GraderError, UsageError
from grader.report import Report, Status
from grader.text import Message, Words

GITHUB = "github"
"""The format that goes to standard output, and to the files that a runner names."""

_ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""What names the repository's folder on a platform. There, files are called from it."""


@dataclass(frozen=True)
class Asked:
    """A format, and the file that it goes to; None where it goes to standard output."""

    format: str
    path: Path | None


def add_format(parser: ArgumentParser) -> None:
    """`--format FORMAT`: of what is printed."""
    parser.add_argument(
        "--format",
        choices=formats.names(),
        default="terminal",
        metavar="FORMAT",
        help="of what is printed: %(choices)s (default: %(default)s)",
    )


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


def asked(words: Sequence[str]) -> tuple[list[Asked], UsageError | None]:
    """What was asked for, and what is wrong with the rest of it: the others say that too."""
    found: list[Asked] = []
    faults: list[Message] = []
    for word in words:
        try:
            found.append(_asked(word, found))
        except UsageError as error:
            faults += error.messages
    return found, UsageError(faults[0], *faults[1:]) if faults else None


def _asked(word: str, others: Sequence[Asked]) -> Asked:
    name, _, file = word.partition("=")
    if name not in formats.names():
        known = ", ".join(formats.names())
        raise UsageError(
            "--report {name}: there is no such format; there are {known}", name=name, known=known
        )
    place = file or formats.place(name)
    if not place and name != GITHUB:
        raise UsageError("--report {name} needs a file: --report {name}=FILE", name=name)
    if place == "-":
        raise UsageError(
            "--report {name}=-: standard output has the report of --format; name a file, or "
            "use --format {name}",
            name=name,
        )
    if Path(place).suffix.lower() in similar.SOURCES:
        raise UsageError(
            "--report {word}: a file with source would be written over; name another",
            word=word,
        )
    path = Path(place) if place else None
    if path and os.path.realpath(path) in [os.path.realpath(x.path) for x in others if x.path]:
        raise UsageError("--report: two reports can't be one file: {path}", path=path)
    return Asked(name, path)


@contextmanager
def also_of_failure(
    asked: Sequence[Asked], exercise: str, options: formats.Options
) -> Iterator[None]:
    """Whatever ends the block before there is a report: the files say it, and it is raised.

    A file that can't be written is told besides.
    """
    try:
        yield
    except (Exception, KeyboardInterrupt) as error:  # raised again, whatever it is
        reason = Message("interrupted")
        if isinstance(error, GraderError):
            reason = error.messages[0]
        elif isinstance(error, Exception):
            reason = Message("internal error: {kind}", kind=type(error).__name__)
        try:
            write(asked, [_nothing(exercise, reason)], options)
        except UsageError as unwritten:
            screen.note(language.said(unwritten, Words(options.language)))
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
    faults: list[Message] = []
    for each in sorted(asked, key=lambda each: each.path is None):  # a pipe may be closed
        text = formats.of_several(each.format)(from_root, options)
        more = formats.appended(each.format)(from_root, options)
        with _noted(faults, Message("the runner's file")):
            _append(more, environment)
        if each.path is None:
            print(text, end="", flush=True)
            continue
        with _noted(faults, each.path):
            _write(each.path, text)
    if faults:
        raise UsageError(faults[0], *faults[1:])


@contextmanager
def _noted(faults: list[Message], path: Path | Message) -> Iterator[None]:
    """That a file can't be written within the block is added to the faults."""
    try:
        yield
    except UsageError as error:
        faults += error.messages
    except OSError as error:
        why = error.strerror or error
        faults.append(Message("{path} can't be written: {why}", path=path, why=why))


def _write(path: Path, text: str) -> None:
    from grader.course import write_whole

    path.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(os.path.realpath(path.parent))
    # As root, /dev/stdout itself would be gone, and the link that it is may lead to a file.
    is_device = folder == Path("/dev") or folder.is_relative_to("/proc")
    if is_device or (path.exists() and not path.is_file()):
        raise UsageError("{path} can't be written: it is no file", path=path)
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
