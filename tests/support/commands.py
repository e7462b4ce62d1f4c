"""A command of the grader run in this process: what it costs to start another one is saved."""

import io
import signal
import subprocess
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path

from grader.cli import main

_ENDS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


def run(*words: object, cwd: Path | str = ".") -> "subprocess.CompletedProcess[str]":
    """`grader WORDS` in a folder, as if it had been run from a shell: exit code and both texts."""
    output, errors = io.StringIO(), io.StringIO()
    given = [*map(str, words)]
    with chdir(cwd), _as_before(), redirect_stdout(output), redirect_stderr(errors):
        try:
            code = main(given)
        except SystemExit as ended:
            assert isinstance(ended.code, int)
            code = ended.code
    return subprocess.CompletedProcess(given, code, output.getvalue(), errors.getvalue())


@contextmanager
def _as_before() -> Iterator[None]:
    """A command may say what ends it; afterwards that is as it was."""
    before = {number: signal.getsignal(number) for number in _ENDS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
