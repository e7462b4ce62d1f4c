"""Make one check's call on a file, and show what went in, what is expected and what came back."""

import difflib
import sys
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from grader import formats
from grader.cli import courses, here, live, screen, suggest
from grader.cli.exit_codes import NOT_PASSED, PASSED, UNGRADED
from grader.errors import UsageError
from grader.text import Message

if TYPE_CHECKING:
    from grader.authoring import Check
    from grader.course import AnswerKey, Lesson
    from grader.judge import Trial

NAME, FOR, HELP = "try", "students", "try one check on your file, and see both values"

_OWN_NAME = ""
"""What `--write` is without a name."""


def add_arguments(parser: ArgumentParser) -> None:
    """What can follow `grader try`."""
    parser.add_argument("exercise", metavar="EXERCISE", help="its name: ex1")
    parser.add_argument("check", metavar="CHECK", help="a check, or a function for its first")
    parser.add_argument("file", metavar="FILE", nargs="?", help="default: the exercise's own file")
    courses.add_option(parser)
    parser.add_argument("--case", type=int, metavar="N", help="another input: 1 is the smallest")
    parser.add_argument(
        "-o",
        "--write",
        nargs="?",
        const=_OWN_NAME,
        metavar="PY",
        help="write the call to a file to run and change (default: try_CHECK.py beside yours)",
    )
    parser.add_argument("--key", type=Path, metavar="KEY", help="another answer key")
    live.add_option(parser)
    parser.add_argument(
        "--isolation",
        choices=["sealed", "confined", "open", "auto"],
        default="open",
        help="how the file's code is isolated; see grader doctor",
    )


def run(args: Namespace) -> int:
    """Try the check; the exit code says whether it passes."""
    from grader.report import Status, Tier, Verdict
    from grader.sandbox import choose, start

    own = args.isolation == Tier.OPEN.value
    work = here.work(args.exercise, args.file, args.course, own=own)
    lesson, path = work.lesson, work.path
    checks = _checks(lesson, args.check)
    tier = Tier.OPEN if own else choose(args.isolation)
    private = [*lesson.private, path.parent, *([args.key.parent] if args.key else [])]
    with start(lesson.exercise.framework, tier, private) as zygote:
        from grader.course import read_key
        from grader.judge import read_submission, tried

        submission = read_submission(path, given=lesson.exercise.given)
        key = read_key(args.key or lesson.key_path)
        _must_be_there(key, checks[0], args.case)
        shrink = live.shrinking(lesson, zygote, args.shrink)
        trial = tried(lesson, key, submission, zygote, checks, case=args.case, shrink=shrink)
    report = replace(trial.report, submission=suggest.as_seen_from_here(path))
    arguments = suggest.arguments(work, args, named=args.file is not None)
    shown = formats.Options(color=screen.color(), width=screen.width(), arguments=arguments)
    render = formats.trial()
    note, passes = _note(trial, key, args.case), _passes(trial, key, args.case)
    sys.stdout.write(render(report, trial.result, note, passes, shown))
    if args.write is not None:
        _write(trial, path, args.write)
    if report.status is Status.UNGRADED:
        return UNGRADED
    return PASSED if trial.result.verdict is Verdict.PASSED else NOT_PASSED


def _checks(lesson: "Lesson", name: str) -> "list[Check]":
    """The check of this name, or those of the function of this name."""
    found = [c for c in lesson.exercise.checks if name in (c.name, c.function)]
    if found:
        return found
    known = [*lesson.exercise.functions, *(check.name for check in lesson.exercise.checks)]
    advice = Message("there are {names}", names=", ".join(known))
    if Path(name).is_file():
        advice = Message(
            "the file comes last: grader try {exercise} {first} {file}",
            exercise=lesson.exercise.name,
            first=known[0],
            file=name,
        )
    elif close := difflib.get_close_matches(name.lower(), known, n=1):
        advice = Message("did you mean {close}?", close=close[0])
    raise UsageError(
        "{exercise} has no check or function {name}; {advice}",
        exercise=lesson.exercise.name,
        name=repr(name),
        advice=advice,
    )


def _must_be_there(key: "AnswerKey", check: "Check", case: int | None) -> None:
    if case is None or check.name not in key.checks:
        return
    count = len(key.checks[check.name].cases)
    if not 1 <= case <= count:
        raise UsageError(
            "--case {case}: {check} has the cases 1 to {count}",
            case=case,
            check=check.name,
            count=count,
        )


def _note(trial: "Trial", key: "AnswerKey", case: int | None) -> Message:
    """Which of the inputs is shown."""
    name = trial.result.name
    count = len(key.checks[name].cases)
    if case is not None:
        return Message("{check}, case {case} of {count}", check=name, case=case, count=count)
    if trial.result.counterexample is None or not trial.result.counterexample.inputs:
        return Message("{check}", check=name)
    if trial.result.points:
        return Message(
            "{check}, case 1 of {count} (--case N shows another)", check=name, count=count
        )
    return Message("{check}, on a small example that shows it", check=name)


def _passes(trial: "Trial", key: "AnswerKey", case: int | None) -> Message:
    if case is not None:
        return Message("it passes on this input")
    return Message(
        "it passes on all {count} inputs", count=len(key.checks[trial.result.name].cases)
    )


def _write(trial: "Trial", path: Path, name: str) -> None:
    """Write the call to a file; one that is there and differs is somebody's."""
    if not trial.code:
        raise UsageError("there is no call to write: {check} did not get so far", check=_of(trial))
    if path.suffix != ".py":
        raise UsageError(
            "{file} is no .py, and no file can import from it; "
            "`grader check {exercise} {file} -v` shows code for a cell of it",
            file=path.name,
            exercise=trial.report.exercise,
        )
    where = Path(name) if name else path.parent / f"try_{_of(trial)}.py"
    text = _as_file(trial, path)
    if where.is_file() and where.read_text(encoding="utf-8", errors="replace") == text:
        print(f"{where} is there already, and is the same")
        return
    try:
        with open(where, "x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise UsageError(
            "{file} is there already, and is another; remove it, or name one: --write NAME.py",
            file=where,
        ) from None
    except OSError as error:
        raise UsageError("{file} can't be written: {error}", file=where, error=error) from None
    print(f"wrote {where}; run it in the folder of {path.name}: python {where.name}")


def _of(trial: "Trial") -> str:
    return trial.result.name


def _as_file(trial: "Trial", path: Path) -> str:
    """The call, and what is expected of it as a remark."""
    head = f"# {trial.result.title}\n# Run it in the folder of {path.name}; change it as you like."
    expected = trial.result.counterexample.expected if trial.result.counterexample else ""
    lines = ["# expected:", *(f"#   {line}" for line in expected.split("\n"))] if expected else []
    return "\n".join([head, trial.code, *lines]) + "\n"
