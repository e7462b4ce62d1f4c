"""Make one check's call on a file, and show what went in, what is expected and what came back."""

import sys
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from grader import formats
from grader.cli import language, ready, screen, suggest
from grader.cli.exit_codes import NOT_PASSED, PASSED, UNGRADED
from grader.errors import UsageError
from grader.text import Message, Words, clean, template

if TYPE_CHECKING:
    from grader.authoring import Check
    from grader.course import AnswerKey
    from grader.judge import Trial

NAME, FOR, HELP = "try", "students", "try one check on your file, and see both values"

_OWN_NAME = ""
"""What `--write` is without a name."""


def add_arguments(parser: ArgumentParser) -> None:
    """What can follow `grader try`."""
    parser.usage = "grader try [EXERCISE] [CHECK] [FILE] [OPTION ...]"
    parser.add_argument(
        "words",
        metavar="WHAT",
        nargs="*",
        help="an exercise (ex1), a check, or a function for the first of its checks that fails, "
        "and a file (default: the exercise's own)",
    )
    ready.add_options(parser)
    parser.add_argument("--case", type=int, metavar="N", help="another input: 1 is the smallest")
    parser.add_argument(
        "-o",
        "--write",
        nargs="?",
        const=_OWN_NAME,
        metavar="PY",
        help="write the call to a file to run and change (default: try_CHECK.py beside yours)",
    )


def run(args: Namespace) -> int:
    """Try the check; the exit code says whether it passes."""
    from grader.report import Status, Verdict

    words = language.words(args.lang)
    meant, work = ready.named(args, [])
    lesson, names = work.lesson, meant.only
    known = lesson.exercise.checks
    checks = [c for c in known if not names or c.name in names or c.function in names]
    with ready.ready(args, work) as made:
        from grader.judge import localized, tried

        key = made.key
        _must_be_there(key, checks[0], args.case)
        trial = tried(
            lesson,
            key,
            made.submission,
            made.zygote,
            checks,
            case=args.case,
            shrink=made.shrink,
        )
    of_author = key.words.get(words.language, {})
    report = ready.for_the_reader(trial.report, work, of_author)
    result = localized(replace(report, checks=(trial.result,)), of_author).checks[0]
    arguments = suggest.arguments(work, args, named=meant.file is not None)
    shown = formats.Options(False, screen.color(), screen.width(), words.language, arguments)
    render = formats.trial()
    note, passes = _note(trial, key, args.case), _passes(trial, key, args.case)
    sys.stdout.write(render(report, result, note, passes, shown))
    if args.write is not None:
        told = replace(trial, result=result)
        print(clean(words(_write(told, work.path, args.write, words))))
    if report.status is Status.UNGRADED:
        return UNGRADED
    return PASSED if trial.result.verdict is Verdict.PASSED else NOT_PASSED


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


def _write(trial: "Trial", path: Path, name: str, words: Words) -> Message:
    """Write the call to a file; one that is there and differs is somebody's. What was done."""
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
    text = _as_file(trial, path, words)
    if where.is_file() and where.read_text(encoding="utf-8", errors="replace") == text:
        return Message("{file} is there already, and is the same", file=where)
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
    return Message(
        "wrote {file}; run it in the folder of {imported}: {command}",
        file=where,
        imported=path.name,
        command=f"python {where.name}",
    )


def _of(trial: "Trial") -> str:
    return trial.result.name


_RUN_IT = template("Run it in the folder of {file}; change it as you like.")


def _as_file(trial: "Trial", path: Path, words: Words) -> str:
    """The call, and what is expected of it as a remark."""
    head = f"# {trial.result.title}\n# {words(_RUN_IT, file=path.name)}"
    expected = trial.result.counterexample.expected if trial.result.counterexample else ""
    remark = ["# " + words("expected:"), *(f"#   {line}" for line in expected.split("\n"))]
    return "\n".join([head, trial.code, *(remark if expected else [])]) + "\n"
