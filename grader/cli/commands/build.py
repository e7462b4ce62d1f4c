"""Make the stub, the notebook and the answer key from the solution."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from grader.cli import courses, here
from grader.cli.exit_codes import PASSED
from grader.errors import UsageError

if TYPE_CHECKING:
    from grader.course import AnswerKey, Lesson

NAME, FOR, HELP = "build", "authors", "make stub, notebook and answer key from the solution"


def add_arguments(parser: ArgumentParser) -> None:
    """What can follow `grader build`."""
    parser.add_argument("exercises", nargs="*", metavar="EXERCISE", help="all when none is named")
    courses.add_option(parser)
    parser.add_argument("--seed", type=int, help="build only a key, from this secret seed")
    parser.add_argument(
        "--words",
        dest="words_alone",
        action="store_true",
        help="put titles, hints and translations as they are now into the key that is there",
    )
    parser.add_argument("-o", "--output", type=Path, metavar="KEY", help="file for a secret key")


def run(args: Namespace) -> int:
    """Build each exercise, and print what was written."""
    lessons = here.lessons_with_solution(args.exercises, args.course)
    if args.output is not None and len(lessons) > 1:
        raise UsageError("-o is one file, for the key of one exercise; name the exercise")
    if args.words_alone and args.seed is not None:
        raise UsageError("--words renews the key that is there, and --seed makes another one")
    for lesson in lessons:
        if args.words_alone:
            _renew(lesson, args.output or lesson.key_path)
        elif args.seed is None:
            _build(lesson)
        else:
            _write_key(_place_of(args.output, lesson), _key(lesson, args.seed, public=False))
    return PASSED


def _build(lesson: "Lesson") -> None:
    """All that students get. Nothing is written before all of it is made."""
    from grader import build
    from grader.course import PUBLIC_SEED

    build.must_be_sound(lesson)
    # What the exercise gives is a part of the key, so the copies come first.
    shared = {copy.name: source.read_bytes() for copy, source in lesson.shared.items()}
    _write(lesson, shared, "a copy of the one in exercises/shared/")
    stub = {lesson.file_name: build.build_stub(lesson).encode()}
    notebook = {lesson.notebook_name: build.build_notebook(lesson).encode()}
    key = _key(lesson, PUBLIC_SEED, public=True)
    _write(lesson, stub, "stub")
    _write(lesson, notebook, "the same as a notebook")
    _write_key(lesson.key_path, key)


def _renew(lesson: "Lesson", path: Path) -> None:
    """The words of a key, and the files that are made without one: nothing is drawn or run."""
    from grader import build
    from grader.course import read_key

    build.must_be_sound(lesson)
    key = build.renewed(lesson, read_key(path))
    _write(lesson, {lesson.file_name: build.build_stub(lesson).encode()}, "stub")
    notebook = {lesson.notebook_name: build.build_notebook(lesson).encode()}
    _write(lesson, notebook, "the same as a notebook")
    _write_key(path, key)


def _write(lesson: "Lesson", files: dict[str, bytes], what: str) -> None:
    from grader import build

    for path, kept in build.write_built(lesson, files).items():
        print(f"{path}: {what}")
        if kept is not None:
            print(f"{kept}: what was there before, because somebody had worked in it")


def _key(lesson: "Lesson", seed: int, *, public: bool) -> "AnswerKey":
    from grader import build
    from grader.cli import progress
    from grader.sandbox import start

    with start(lesson.exercise.framework) as zygote, progress.steps() as told:
        return build.build_key(lesson, zygote, seed, public, told)


def _write_key(path: Path, key: "AnswerKey") -> None:
    from grader.course import write_key

    write_key(path, key)
    cases = sum(len(check.cases) for check in key.checks.values())
    mistakes = f"{len(key.mistakes)} known mistake{'s' * (len(key.mistakes) != 1)}"
    print(f"{path}: {cases} cases, {mistakes}, {path.stat().st_size >> 10} KB")


def _place_of(output: Path | None, lesson: "Lesson") -> Path:
    """Where a secret key goes. Raises UsageError for a file that is no key: it would be lost."""
    from grader.course import MAGIC

    place = output or Path(f"{lesson.exercise.name}.secret.key")
    if place.is_dir() or (place.is_file() and not place.read_bytes().startswith(MAGIC)):
        raise UsageError("{place} is there and is no answer key; name another file", place=place)
    return place
