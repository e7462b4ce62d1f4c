"""What `check` and `try` have alike: options, and all that grading one file takes, made ready."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from grader.cli import (
    courses,
    doing,
    here,
    language,
    live,
    meaning,
    spinner,
    suggest,
    warm,
    which_key,
)
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
    """`--course`, `--key`, `--sealed`, `--lang`, `--shrink` and `--isolation`."""
    courses.add_option(parser, courses.ANY)
    which_key.add_options(parser, "another answer key")
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
    words = language.words(args.lang)
    # Who has waited so long sees nothing yet.
    with spinner.shown(words("reading the exercise"), after=0):
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


class Workplace:
    """What grades the files of one run: the key that is named, and workers for each framework."""

    def __init__(
        self, args: Namespace, works: "Sequence[Work]", stack: ExitStack, *, trusted: bool = True
    ):
        """Raises IsolationError where the tier can't be had; `open` is for what is `trusted`."""
        from grader.report import Tier
        from grader.sandbox import choose

        which_key.must_be_hidden(args)
        named = which_key.named(args)
        lessons = {work.lesson.exercise.name: work.lesson for work in works}
        # What is wrong with a key is said at once.
        self._keys = {name: named.of(each) for name, each in lessons.items()} if named else {}
        tier = Tier.OPEN if args.isolation == "open" else choose(args.isolation, trusted)
        if tier is Tier.OPEN and args.isolation != "open":
            which_key.must_not_be_secret(args, self._keys.values())
        folder = [named.folder] if named and named.folder else []
        inside = [place for work in works for place in (*work.lesson.private, work.path.parent)]
        self._args = args
        self._warm = warm.Warm(stack, tier, list(dict.fromkeys([*inside, *folder])))

    @contextmanager
    def ready(self, work: "Work") -> Iterator[Ready]:
        """Start workers for the file where none are, and read what is needed meanwhile."""
        lesson, words = work.lesson, language.words(self._args.lang)
        with spinner.shown(words(doing.starting(lesson))) as say:
            workers = self._warm.workers(lesson)
            # All of this is imported and read while the zygote imports its framework.
            from grader.course import read_key
            from grader.judge import read_submission

            submission = read_submission(work.path, given=lesson.exercise.given)
            key = self._keys.get(lesson.exercise.name) or read_key(lesson.key_path)
            shrink = live.shrinking(lesson, workers, self._args.shrink)
            with suppress(SandboxError):  # judge() says of which checks it is the reason
                workers.ready()
            say(words(doing.loading(clean(work.path.name))))
            yield Ready(submission, key, workers, shrink, say)


@contextmanager
def ready(args: Namespace, work: "Work") -> Iterator[Ready]:
    """The same for a single file."""
    with ExitStack() as stack, Workplace(args, [work], stack).ready(work) as made:
        yield made


def for_the_reader(report: "Report", work: "Work", words: Mapping[str, str]) -> "Report":
    """The report with the file's path, and an author's `words` in the reader's language.

    It has no lines of a file that a link leads to. Such a file may be no source at all, and then
    each of its lines is a syntax error.
    """
    from grader.judge import localized
    from grader.report import Problem

    problems = report.problems
    if work.linked:
        problems = tuple(replace(problem, text="") for problem in problems)
    called = work.called or suggest.as_seen_from_here(work.path)
    problems += tuple(Problem(called, 0, note) for note in work.notes)
    return replace(localized(report, words), submission=called, problems=problems)
