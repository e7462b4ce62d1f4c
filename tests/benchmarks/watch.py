"""How fast `grader watch` is: from a save to its verdict on the screen. Run with `make benchmark`.

accuracy  one function of a right file of exercise 1 is changed, the file written anew and renamed,
          until the finished screen / a cold `grader check ex1` of the same file
softmax   the same of one that another one uses, and until its failure is shown
network   the same of exercise 3, which trains a network, and until its first results are shown
idle      what part of a processor it takes while nothing is saved, with all of its processes

Name some of them to run only these. Each watches in a terminal of its own, of 80 columns.
"""

import os
import pty
import re
import select
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import psutil
from check import ROOT, SUBMISSIONS, seconds

_LONGEST_S = 300
_IDLE_S = 30

_CHANGES = {
    "accuracy": (
        "ex1",
        "tf.reduce_mean(tf.cast(hits",
        ("tf.reduce_sum(tf.cast(hits", "1 - tf.reduce_mean(tf.cast(hits"),
    ),
    "softmax": (
        "ex1",
        "return e / tf.reduce_sum(e, axis=1, keepdims=True)",
        ("return e", "return e / tf.reduce_sum(e)"),
    ),
    "network": ("ex3", "layers.Dense(64)", ("layers.Dense(65)", "layers.Dense(66)")),
}
"""The exercise, a part of its right file, and what that becomes in turns."""


class Watched:
    """`grader watch` of an exercise, and what it writes on its terminal."""

    def __init__(self, home: Path, exercise: str):
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            os.chdir(home)
            os.environ |= {"TERM": "xterm-256color", "GRADER_LANG": "en"}
            os.execv(sys.executable, [sys.executable, "-m", "grader", "watch", exercise])
        self._written = b""

    def until(self, wanted: bytes) -> None:
        """Wait until it has written this, since this was asked before."""
        ends = time.monotonic() + _LONGEST_S
        while not (found := re.search(wanted, self._written)):
            assert time.monotonic() < ends, self._written
            if select.select([self._terminal], [], [], 1)[0]:
                self._written += os.read(self._terminal, 1 << 16)
        self._written = self._written[found.end() :]

    def close(self) -> None:
        """End it."""
        os.write(self._terminal, b"q")
        while True:
            try:
                os.read(self._terminal, 1 << 16)
            except OSError:
                break
        os.waitpid(self.pid, 0)


@contextmanager
def watched(exercise: str) -> Iterator[tuple[Watched, Path]]:
    """A right file of an exercise in a new student's folder, watched and graded once."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        _run("init", str(home), "--course", str(ROOT))
        (file,) = (p for p in home.glob(f"{exercise}_*/*.py") if _is_stub(p))
        shutil.copyfile(SUBMISSIONS / f"{exercise}_right.py", file)
        watching = Watched(home, exercise)
        watching.until(rb"graded in")
        yield watching, file
        watching.close()


def _is_stub(path: Path) -> bool:
    return "NotImplementedError" in path.read_text(encoding="utf-8")


def _run(*words: str) -> None:
    done = subprocess.run([sys.executable, "-m", "grader", *words], cwd=ROOT, capture_output=True)
    assert done.returncode in (0, 1), done.stderr


def save(file: Path, text: str) -> None:
    """As an editor does that writes a new file and renames it."""
    new = file.with_name(f"{file.name}~")
    new.write_text(text, encoding="utf-8")
    new.replace(file)


def verdicts(name: str, rounds: int) -> None:
    """From a save to the finished screen, and a cold check of the same file beside it."""
    exercise, before, changes = _CHANGES[name]
    times, colds, firsts = [], [], []
    with watched(exercise) as (watching, file):
        right = file.read_text(encoding="utf-8")
        assert before in right
        for number in range(rounds):
            began = time.perf_counter()
            save(file, right.replace(before, changes[number % 2]))
            if name != "accuracy":
                watching.until(rb"still to come")
                firsts.append(time.perf_counter() - began)
            watching.until(rb"graded in")
            times.append(time.perf_counter() - began)
            time.sleep(0.5)
            colds.append(seconds(partial(_run, "check", exercise, str(file))))
    ratios = sorted(one / other for one, other in zip(times, colds, strict=True))
    quarter = rounds // 4
    first = f", the first results after {statistics.median(firsts):.2f} s" if firsts else ""
    print(
        f"{name:9} {statistics.median(times):.2f} s{first} / {statistics.median(colds):.2f} s, "
        f"ratio {statistics.median(ratios):.2f} "
        f"(half of {rounds} lie in {ratios[quarter]:.2f} ... {ratios[-1 - quarter]:.2f})"
    )


def idle() -> None:
    """What is used while nothing is saved."""
    with watched("ex1") as (watching, _):
        time.sleep(2)
        process = psutil.Process(watching.pid)
        before = _processor_time(process)
        time.sleep(_IDLE_S)
        used = _processor_time(process) - before
    print(f"idle      {100 * used / _IDLE_S:.2f} % of a processor")


def _processor_time(process: psutil.Process) -> float:
    times = [each.cpu_times() for each in (process, *process.children(recursive=True))]
    return sum(each.user + each.system for each in times)


PARTS: dict[str, Callable[[], None]] = {
    "accuracy": partial(verdicts, "accuracy", 5),
    "softmax": partial(verdicts, "softmax", 5),
    "network": partial(verdicts, "network", 3),
    "idle": idle,
}


def main() -> None:
    """All of it, or the parts that are named."""
    for name in sys.argv[1:] or PARTS:
        PARTS[name]()


if __name__ == "__main__":
    main()
