"""What `check` and `try` have alike: options, and all that grading one file takes, made ready."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from grader.cli import courses, doing, here, language, live, meaning, spinner, suggest
from grader.errors import SandboxError
from grader.text import clean

if TYPE_CHECKING:
    from grader.cli.here import Work
    from grader.cli.meaning import Meant
    from grader.course import AnswerKey
    from grader.judge import Shrink, Submission
    from grader.report import Report
    from grader.sandbox import Workers


def add_options(parser: ArgumentParser) -> None:
    """`--course`, `--key`, `--lang`, `--shrink` and `--isolation`."""
    courses.add_option(parser, courses.ANY)
    parser.add_argument("--key", type=Path, metavar="KEY", help="another answer key")
    live.add_option(parser)
    language.add_option(parser)
    parser.add_argument(
        "--isolation",
        choices=["sealed", "confined", "open", "auto"],
        default="open",
        help="how the file's code is isolated: `open` (default) is for a file of your own, `auto` "
        "takes the strongest tier that can be had; see grader doctor",
    )


def named(args: Namespace, only: list[str]) -> "tuple[Meant, Work]":
    """What the words mean, and the file that is graded; `only` names checks besides."""
    own = args.isolation == "open"
    reading = language.words(args.lang)("reading the exercise")
    with spinner.shown(reading, after=0):  # who has waited so long sees nothing yet
        meant = meaning.meant(args.words, only, args.course, own=own)
        work = here.work(meant.exercise, meant.file, args.course, own=own)
        here.must_be_checks(work.lesson, meant.only)
    return meant, work


@dataclass(frozen=True)
class Ready:
    """A file, its key, and workers that can load it. `say` tells who waits what is being done."""

    submission: "Submission"
    key: "AnswerKey"
    zygote: "Workers"
    shrink: "Shrink | None"
    say: Callable[[str], None]


@contextmanager
def ready(args: Namespace, work: "Work") -> Iterator[Ready]:
    """Start workers for the file, and read what is needed meanwhile."""
    from grader.report import Tier
    from grader.sandbox import choose, start

    lesson, path = work.lesson, work.path
    tier = Tier.OPEN if args.isolation == "open" else choose(args.isolation)
    private = [*lesson.private, path.parent, *([args.key.parent] if args.key else [])]
    words = language.words(args.lang)
    with (
        spinner.shown(words(doing.starting(lesson))) as say,
        start(lesson.exercise.framework, tier, private) as zygote,
    ):
        # All of this is imported and read while the zygote imports its framework.
        from grader.course import read_key
        from grader.judge import read_submission

        submission = read_submission(path, given=lesson.exercise.given)
        key = read_key(args.key or lesson.key_path)
        shrink = live.shrinking(lesson, zygote, args.shrink)
        with suppress(SandboxError):  # judge() says of which checks it is the reason
            zygote.ready()
        say(words(doing.loading(clean(path.name))))
        yield Ready(submission, key, zygote, shrink, say)


def for_the_reader(report: "Report", work: "Work", words: Mapping[str, str]) -> "Report":
    """The report with the file's path, and an author's `words` in the reader's language.

    It has no lines of a file that a link leads to. Such a file may be no source at all, and then
    each of its lines is a syntax error.
    """
    from grader.judge import localized

    problems = report.problems
    if work.linked:
        problems = tuple(replace(problem, text="") for problem in problems)
    report = localized(report, words)
    return replace(report, submission=suggest.as_seen_from_here(work.path), problems=problems)
