"""How fast `grader check` is, as ratios from one run. Run with `make benchmark`.

cold    a right file of each exercise, from the shell / `python -c "import tensorflow"`
warm    that of exercise 1 with a warm zygote / a forked child that makes the same calls unjudged
memory  the judge's own peak, in MB
help    `grader --help`, in seconds
cells   a right notebook / the same code as a file: from the shell, and with a warm zygote

Name some of them to run only these.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grader.course.key import AnswerKey

ROOT = Path(__file__).parent.parent.parent
SUBMISSIONS = ROOT / "tests" / "submissions"
RIGHT = SUBMISSIONS / "ex1_right.py"

os.environ |= {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "TF_CPP_MIN_LOG_LEVEL": "3"}


def seconds(action: Callable[[], object]) -> float:
    """The time that an action takes by the wall's clock."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def run(*command: str) -> None:
    """Run a command of this Python, silently; it must succeed."""
    subprocess.run([sys.executable, *command], cwd=ROOT, check=True, capture_output=True)


def compare(
    name: str, measured: Callable[[], float], base: Callable[[], float], rounds: int
) -> None:
    """Print the median ratio of two measurements, taken in turns: the machine's mood drifts."""
    pairs = [(measured(), base()) for _ in range(rounds)]
    ratios = sorted(one / other for one, other in pairs)
    one, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    quarter = rounds // 4
    print(
        f"{name:9} {one:.2f} s / {other:.2f} s, ratio {statistics.median(ratios):.2f} "
        f"(half of {rounds} lie in {ratios[quarter]:.2f} ... {ratios[-1 - quarter]:.2f})"
    )


def cold() -> None:
    """From the shell, as a student does."""
    for exercise in ("ex1", "ex2", "ex3"):
        check = ("-m", "grader", "check", exercise, str(SUBMISSIONS / f"{exercise}_right.py"))
        run(*check)
        compare(
            f"cold {exercise}",
            partial(seconds, partial(run, *check)),
            lambda: seconds(lambda: run("-c", "import tensorflow")),
            rounds=7,
        )


def warm() -> None:
    """One submission with a warm zygote, beside the same calls in a bare fork."""
    from grader.course import key
    from grader.course.course import Course
    from grader.judge.grading import judge
    from grader.judge.submission import read_submission
    from grader.sandbox.zygote import Zygote

    lesson = Course(ROOT).lesson("ex1")
    answers = key.read_key(lesson.key_path)
    cases = {name: len(check.cases) for name, check in answers.checks.items()}
    print(f"cases    {sum(cases.values())} in {len(cases)} checks: {list(cases.values())}")
    bare = subprocess.Popen(
        [sys.executable, __file__, "bare"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert bare.stdin and bare.stdout
    with Zygote("tensorflow") as zygote, bare:
        zygote.ready()
        bare.stdout.readline()

        def judged() -> float:
            return seconds(lambda: judge(lesson, answers, read_submission(RIGHT), zygote))

        def forked() -> float:
            bare.stdin.write("go\n")
            bare.stdin.flush()
            return float(bare.stdout.readline())

        judged(), forked()
        compare("warm", judged, forked, rounds=21)
        bare.stdin.close()


def bare() -> None:
    """A process that imports TensorFlow, and forks a child for each line on its input."""
    import tensorflow  # noqa: F401  it is what a fork inherits

    from grader.course import key
    from grader.course.course import Course

    lesson = Course(ROOT).lesson("ex1")
    answers = key.read_key(lesson.key_path)
    print("ready", flush=True)
    for _ in sys.stdin:
        print(seconds(lambda: forked_calls(lesson.checks_source, answers)), flush=True)


def forked_calls(checks_source: str, answers: "AnswerKey") -> None:
    """Every check's calls on all of the key's cases, in a child."""
    pid = os.fork()
    if pid == 0:
        from grader.worker.values import to_live

        student: dict = {"__name__": "logistic"}
        exec(RIGHT.read_text(), student)
        checks: dict = {"__name__": "checks"}
        exec(checks_source, checks)
        for check in checks["exercise"].checks:
            for case in answers.checks[check.name].cases:
                inputs = {name: to_live(value) for name, value in case.items()}
                check.body(SimpleNamespace(**student), **inputs)
        os._exit(0)
    _, status = os.waitpid(pid, 0)
    assert status == 0


def memory() -> None:
    """The judge's own peak, its worker's not counted."""
    code = (
        "import resource, sys; from grader.cli.program import main\n"
        f"main(['check', 'ex1', {str(RIGHT)!r}])\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True)
    print(f"memory   {int(done.stdout.split()[-1]) / 1024:.0f} MB")


def help_() -> None:
    """What a student waits for who only asks how."""
    print(f"help     {seconds(lambda: run('-m', 'grader', '--help')):.2f} s")


def cells() -> None:
    """The right file as a notebook, a cell a definition, beside the file."""
    from grader.course import key
    from grader.course.course import Course
    from grader.judge.grading import judge
    from grader.judge.submission import read_submission
    from grader.sandbox.zygote import Zygote

    lesson = Course(ROOT).lesson("ex1")
    answers = key.read_key(lesson.key_path)
    with tempfile.TemporaryDirectory() as folder, Zygote("tensorflow") as zygote:
        notebook = Path(folder) / "right.ipynb"
        notebook.write_text(as_notebook(RIGHT.read_text(encoding="utf-8")), encoding="utf-8")
        zygote.ready()

        def judged(path: Path) -> float:
            return seconds(lambda: judge(lesson, answers, read_submission(path), zygote))

        def checked(path: Path) -> float:
            return seconds(lambda: run("-m", "grader", "check", "ex1", str(path)))

        judged(notebook), judged(RIGHT)
        compare("cells", lambda: judged(notebook), lambda: judged(RIGHT), rounds=21)
        compare("  cold", lambda: checked(notebook), lambda: checked(RIGHT), rounds=7)


def as_notebook(source: str) -> str:
    """A notebook in which each definition of a file has a cell, and one cell has magics."""
    import nbformat
    from nbformat.v4 import new_code_cell, new_notebook

    parts = ["%matplotlib inline\n!nvidia-smi", *source.split("\n\n\n")]
    return nbformat.writes(new_notebook(cells=[new_code_cell(part) for part in parts]))


PARTS = {"help": help_, "memory": memory, "cold": cold, "warm": warm, "cells": cells}


def main() -> None:
    """All of it, or the parts that are named."""
    if sys.argv[1:] == ["bare"]:
        bare()
        return
    for name in sys.argv[1:] or PARTS:
        PARTS[name]()


if __name__ == "__main__":
    main()
