"""Where a worker is, asked before it is ended: Python writes its stack when a signal comes.

faulthandler does so within the signal's handler, in C. So it works in an endless loop, in a sleep,
and in code that holds the interpreter. A student's code can switch it off: then nothing is known.
"""

import faulthandler
import os
import signal
import time
from collections.abc import Callable

_SIGNAL = getattr(signal, "SIGUSR1", None)

_SAMPLES = 5
"""How often it is asked: the lines that it is in at several times tell which loop it is in."""

_PATIENCE = 0.3
_PAUSE = 0.004
_MOST = 200_000


def answer_when_asked(output: int) -> None:
    """Have this process write its stack to `output` when it is asked, where there are signals."""
    if _SIGNAL is not None and hasattr(faulthandler, "register"):
        faulthandler.register(_SIGNAL, file=output, all_threads=False)


def asked(send: Callable[[int], None], output: int) -> str:
    """The stacks that a worker writes to its `output`; `send` sends it a signal. Or nothing."""
    if _SIGNAL is None or not hasattr(os, "pread"):
        return ""
    begin = os.fstat(output).st_size
    for _ in range(_SAMPLES):
        try:
            send(_SIGNAL)
        except OSError:  # it has ended by itself
            break
        if not _grown(output):
            break
    return os.pread(output, _MOST, begin).decode("utf-8", "replace")


def _grown(output: int) -> bool:
    """Wait until something more is written there, and no more for a moment."""
    size, until = os.fstat(output).st_size, time.monotonic() + _PATIENCE
    last = size
    while time.monotonic() < until:
        time.sleep(_PAUSE)
        now = os.fstat(output).st_size
        if now == last > size:
            return True
        last = now
    return last > size
